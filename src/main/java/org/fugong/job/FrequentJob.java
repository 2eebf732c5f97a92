package org.fugong.job;

import java.time.Duration;

/**
 * Work that may come up at any moment, looked for again after a pause; its pieces are asked for under the id {@code frequent}.
 * It opens its transactions itself, because it waits for others, such as a mail server, and holds none meanwhile.
 */
public interface FrequentJob extends Job {

    Duration pause();
}
