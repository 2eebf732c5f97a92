package org.fugong.statistics;

/** How many there are, counted no further than {@link #CAP}. */
public record Count(int counted) {

    public static final int CAP = 1_000;

    /** Whether there are more than are counted. */
    public boolean more() {
        return counted > CAP;
    }

    /** What to show: the cap where there are more. */
    public int shown() {
        return Math.min(counted, CAP);
    }
}
