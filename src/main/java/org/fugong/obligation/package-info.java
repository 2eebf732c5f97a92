/** 办理要求: what a change of level does to the filings of a county, and what it asks of their firms, by a day. */
@ApplicationModule(displayName = "办理要求 obligation", allowedDependencies = {"audit", "job", "rule", "web", "account", "calendar",
        "enterprise",
        "risk", "condition", "message", "adaptation", "filing"})
package org.fugong.obligation;

import org.springframework.modulith.ApplicationModule;
