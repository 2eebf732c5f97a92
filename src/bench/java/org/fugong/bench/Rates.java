package org.fugong.bench;

import java.util.Arrays;

/** How many a second, and in how many milliseconds 95 and 99 of 100. */
record Rates(double perSecond, double p95Millis, double p99Millis) {

    static Rates of(double perSecond, double[] millis) {
        Arrays.sort(millis);
        return new Rates(perSecond, percentile(millis, 0.95), percentile(millis, 0.99));
    }

    private static double percentile(double[] sorted, double part) {
        return sorted[(int) Math.ceil(sorted.length * part) - 1];
    }

    @Override
    public String toString() {
        return "%,.0f/s, p95 %.1f ms, p99 %.1f ms".formatted(perSecond, p95Millis, p99Millis);
    }
}
