package org.fugong.draw.recomputation;

/**
 * A firm of the pool.
 *
 * @param stratum the key of its stratum
 * @param number  the number of its filing
 * @param tickets its weight, one or more
 * @param name    what it is called
 */
public record PoolFirm(int stratum, String number, int tickets, String name) {

    /** The most tickets that a firm has. */
    public static final int MOST_TICKETS = 100;

    public String line() {
        return Lines.of("firm", stratum, number, tickets, name);
    }
}
