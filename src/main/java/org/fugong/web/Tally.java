package org.fugong.web;

/** How many things a list holds, and how many of them are overdue or due soon; never counted beyond {@link #CAP}. */
public record Tally(int overdue, int soon, int all) {

    public static final int CAP = 1_000;

    /** Whether there are more than are counted. */
    public boolean more() {
        return all > CAP;
    }

    /** What to show: the cap where there are more. */
    public int shown() {
        return Math.min(all, CAP);
    }
}
