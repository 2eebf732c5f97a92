package org.fugong.draw.recomputation;

import java.util.Locale;

/**
 * A part of the pool that is drawn by itself.
 *
 * @param key     which, counted from one
 * @param share   how its size is given
 * @param amount  how many firms are drawn; or how many of ten thousand, rounded up
 * @param atLeast of a ratio: the least that is drawn, as far as there are firms
 * @param firms   how many firms it has
 * @param name    what it is called
 */
public record Stratum(int key, Share share, int amount, int atLeast, int firms, String name) {

    /** The whole, as a ratio. */
    public static final int WHOLE = 10_000;

    /** How the size of a sample is given: as a number of firms, or as so many of ten thousand. */
    public enum Share {
        COUNT, RATIO
    }

    /** How many firms are drawn: all of them where it has fewer. */
    public int drawn() {
        long wanted = share == Share.COUNT ? amount : Math.max(atLeast, ((long) firms * amount + WHOLE - 1) / WHOLE);
        return (int) Math.min(wanted, firms);
    }

    public String line() {
        return Lines.of("stratum", key, share.name().toLowerCase(Locale.ROOT), amount, atLeast, firms, name);
    }
}
