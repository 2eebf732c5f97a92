package org.fugong.draw;

import java.util.List;
import org.fugong.draw.recomputation.Stratum.Share;

/**
 * The rule of a draw.
 *
 * @param shares      for each stratum how much of it is drawn, in the order of the strata
 * @param departments the codes of those that send two inspectors each
 * @param tickets     of a firm that was never checked; of any other it is one
 */
public record DrawRule(PoolScope scope, Stratification by, List<StratumShare> shares, List<String> departments, int tickets) {

    /** How many inspectors of each department go to a firm. */
    public static final int INSPECTORS = 2;
    /** The most tickets that a firm gets for never having been checked. */
    public static final int MOST_TICKETS = 10;

    /**
     * How much of a stratum is drawn.
     *
     * @param value  what its filings have in common; empty where they say nothing
     * @param amount firms, or so many of ten thousand
     */
    public record StratumShare(String value, Share share, int amount, int atLeast) {

        public static StratumShare ratio(String value, int ofTenThousand, int atLeast) {
            return new StratumShare(value, Share.RATIO, ofTenThousand, atLeast);
        }
    }
}
