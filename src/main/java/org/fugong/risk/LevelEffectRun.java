package org.fugong.risk;

import java.time.Instant;

/** How far an effect of a change of level has come; one that was overtaken by a later change is not gone on with. */
public record LevelEffectRun(String effect, int expected, int done, Instant startedAt, Instant finishedAt, boolean overtaken) {
}
