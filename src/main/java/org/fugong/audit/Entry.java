package org.fugong.audit;

import java.time.Instant;
import java.util.Map;

/** One step that was recorded; {@code actor} is the sign-in name, {@code role} the role it acted in. */
public record Entry(Instant at, String actor, String role, String action, String subject,
        Map<String, Object> before, Map<String, Object> after) {
}
