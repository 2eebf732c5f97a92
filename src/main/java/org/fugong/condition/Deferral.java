package org.fugong.condition;

/** Until when an owed item (容缺) is due: so many days after a filing lets work start, or so many after the end of the epidemic. */
public record Deferral(Integer maxDays, boolean untilEpidemicEnd, Integer plusDays) {
}
