package org.fugong.draw;

import java.util.List;
import org.fugong.draw.recomputation.DrawnFirm;
import org.fugong.draw.recomputation.PoolFirm;

/**
 * A firm that was drawn, and what came of it.
 *
 * @param seq    its place in the whole result, counted from one
 * @param course null until it has been acted on
 */
public record DrawResult(int seq, int stratum, int place, String filingNo, String name, String value, List<String> inspectors,
        Course course, Long verificationId) {

    /**
     * What comes of a firm that was drawn: a check is opened, one that is open already serves, or there is none, because the filing
     * has ended meanwhile, the county has come to low risk, or the firm onto the positive list or to its cap.
     */
    public enum Course {
        OPENED, JOINED, ENDED, LOW_RISK, POSITIVE_LIST, CAPPED;

        /** Whether there is a check. */
        public boolean checked() {
            return this == OPENED || this == JOINED;
        }
    }

    /** Its line in the record. */
    public String line() {
        return new DrawnFirm(new PoolFirm(stratum, filingNo, 1, name), place, value, inspectors).line();
    }
}
