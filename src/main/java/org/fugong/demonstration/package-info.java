/** 演示: the accounts, firms and filings that show what the portal does, all made up, where no database is configured. */
@ApplicationModule(displayName = "演示 demonstration",
        allowedDependencies = {"audit", "web", "region", "account", "calendar", "risk", "enterprise", "rule", "condition",
                "adaptation", "impact", "publication", "filing", "obligation", "verification"})
package org.fugong.demonstration;

import org.springframework.modulith.ApplicationModule;
