package org.fugong.verification;

import java.util.HashMap;
import java.util.Map;
import org.fugong.audit.Audited;

/** One step of a verification, for its trail; the identity is known only once the row is written, so it is asked for then. */
public record VerificationEvent(String what, Verification verification, Map<String, Object> before,
        Map<String, Object> after) implements Audited {

    static VerificationEvent in(Verification verification, String what, VerificationState before, Map<String, Object> details) {
        var after = new HashMap<String, Object>(details);
        after.put("state", verification.state());
        return new VerificationEvent(what, verification, before == null ? Map.of() : Map.of("state", before), after);
    }

    @Override
    public String action() {
        return "verification." + what;
    }

    @Override
    public String subject() {
        return verification.subject();
    }

    @Override
    public String county() {
        return verification.county();
    }
}
