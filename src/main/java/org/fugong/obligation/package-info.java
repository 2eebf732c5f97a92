/** 办理要求: what a change of level does to the filings of a county, and what it asks of their firms, by a day. */
@ApplicationModule(
        allowedDependencies = {"audit", "job", "web", "region", "account", "calendar", "risk", "enterprise", "rule", "condition", "adaptation", "message", "filing"})
package org.fugong.obligation;

import org.springframework.modulith.ApplicationModule;
