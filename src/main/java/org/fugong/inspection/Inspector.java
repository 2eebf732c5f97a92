package org.fugong.inspection;

import java.time.LocalDate;
import java.util.Map;
import org.fugong.account.Department;
import org.fugong.audit.Audited;

/**
 * An official with what lets them check.
 *
 * @param department   null at the general desk of the county
 * @param credentialNo the number of the credential 执法证; null where none is kept
 * @param validUntil   the last day on which it is valid
 * @param version      the version that is kept, -1 where none is
 */
public record Inspector(long accountId, String login, String name, String county, Department department, String credentialNo,
        LocalDate validUntil, int version) {

    /** Whether there is a credential that is valid on a day. */
    public boolean able(LocalDate day) {
        return validUntil != null && !validUntil.isBefore(day);
    }

    /** The code of the department in the pool of a draw. */
    public String desk() {
        return department == null ? Inspectors.GENERAL : department.name();
    }

    /** A credential was kept or prolonged. */
    public record Credentialed(String login, String county, Map<String, Object> before, Map<String, Object> after) implements Audited {
        @Override
        public String action() {
            return "inspector.credentialed";
        }

        @Override
        public String subject() {
            return "inspector:" + login;
        }
    }
}
