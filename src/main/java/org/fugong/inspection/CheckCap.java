package org.fugong.inspection;

import java.util.Map;
import org.fugong.audit.Audited;

/**
 * How often a firm is checked in a county in one year at most.
 *
 * @param version the version that is kept, -1 where the county has set nothing
 */
public record CheckCap(String county, int perYear, int version) {

    /** A county has set it. */
    public record Set(CheckCap earlier, CheckCap now) implements Audited {
        @Override
        public String action() {
            return "check-cap.set";
        }

        @Override
        public String subject() {
            return "check-cap:" + now.county();
        }

        @Override
        public String county() {
            return now.county();
        }

        @Override
        public Map<String, Object> before() {
            return Map.of("perYear", earlier.perYear());
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("perYear", now.perYear());
        }
    }
}
