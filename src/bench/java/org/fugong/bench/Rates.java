package org.fugong.bench;

/** How many a second, and in how many milliseconds 95 of 100. */
record Rates(double perSecond, double p95Millis) {

    @Override
    public String toString() {
        return "%,.0f/s, p95 %.1f ms".formatted(perSecond, p95Millis);
    }
}
