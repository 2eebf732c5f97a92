package org.fugong.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.fugong.audit.Audited;

/**
 * A firm on the positive list 正面清单 of a county: nobody visits it.
 *
 * @param note       the reason in words
 * @param validUntil the last day; after it the firm is on the list no more, without anybody doing anything
 * @param endedAt    when it was taken off before, or null
 */
public record PositiveListing(long id, String county, long enterpriseId, String creditCode, String name, Reason reason, String note,
        LocalDate validUntil, Instant endedAt, int version) {

    /** The three groups of reasons: supplies against the epidemic, what people live on, little impact and good management. */
    public enum Reason {
        EPIDEMIC_SUPPLY, LIVELIHOOD, LOW_IMPACT
    }

    /** Whether the firm is on the list on a day. */
    public boolean holds(LocalDate day) {
        return endedAt == null && !validUntil.isBefore(day);
    }

    /** A firm was put on the list, its entry changed, or it was taken off. */
    public record Step(String action, PositiveListing listing, Map<String, Object> before, Map<String, Object> after) implements Audited {
        @Override
        public String subject() {
            return "positive-listing:" + listing.id();
        }

        @Override
        public String county() {
            return listing.county();
        }
    }
}
