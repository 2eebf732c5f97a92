package org.fugong.inspection;

import java.time.Instant;
import java.util.Map;
import org.fugong.audit.Audited;

/**
 * What somebody has to do with a firm, so that others check it.
 *
 * @param subject the credit code of the firm, or the name of its legal representative
 */
public record Interest(long id, Kind kind, String subject, Instant declaredAt) {

    /** An own stake in a firm or a relative's, one in whoever represents it, or having been its steward 企业管家 before. */
    public enum Kind {
        FIRM, LEGAL_REPRESENTATIVE, STEWARD;

        /** Whether it names a firm by its credit code. */
        public boolean ofFirm() {
            return this != LEGAL_REPRESENTATIVE;
        }
    }

    /** An interest was declared or withdrawn; about whom is not in the trace. */
    public record Step(String action, String login, String county, Kind kind) implements Audited {
        @Override
        public String subject() {
            return "inspector:" + login;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("kind", kind);
        }
    }
}
