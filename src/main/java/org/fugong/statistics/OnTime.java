package org.fugong.statistics;

/**
 * Replies to applications in the last days: how many were given, how many of them in time, and how many are overdue and still not
 * given, which count as late. Pooled over counties it is Σ/Σ.
 */
public record OnTime(int replied, int inTime, int overdue) {

    /** Whether there is anything to tell a rate of. */
    public boolean any() {
        return replied + overdue > 0;
    }

    /** The share of those in time in tenths of a percent, rounded down, so that one late reply never shows as 100 %. */
    public double percent() {
        return Math.floor(1000.0 * inTime / (replied + overdue)) / 10;
    }
}
