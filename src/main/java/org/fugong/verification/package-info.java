/** 事后核查: checks after the fact by the filing's own list, what was found, ordered, answered and closed. */
@ApplicationModule(displayName = "核查 verification",
        allowedDependencies = {"filing", "rule", "condition", "adaptation", "message", "enterprise", "calendar", "risk", "account", "region", "audit", "web"})
package org.fugong.verification;

import org.springframework.modulith.ApplicationModule;
