/** 事后核查: checks after the fact by the filing's own list, what was found, ordered, answered and closed. */
@ApplicationModule(displayName = "核查 verification", allowedDependencies = {"audit", "document", "region", "rule", "web", "account",
        "calendar",
        "enterprise", "attachment",
        "risk", "condition", "message", "adaptation", "filing"})
package org.fugong.verification;

import org.springframework.modulith.ApplicationModule;
