package org.fugong.job;

import java.time.LocalTime;

/** Work that comes up every day, at a time of China; its pieces are asked for under the id {@code daily}. */
public interface DailyJob extends Job {

    LocalTime time();
}
