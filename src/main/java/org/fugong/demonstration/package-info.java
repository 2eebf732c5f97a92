/** 演示: the accounts, firms and filings that show what the portal does, all made up, where no database is configured. */
@ApplicationModule(displayName = "演示 demonstration", allowedDependencies = {"attachment", "edit", "region", "rule", "web", "account",
        "calendar",
        "enterprise",
        "risk", "condition", "adaptation", "request", "filing", "application", "behalf", "collective", "draw", "impact", "inspection",
        "owed",
        "publication", "submission", "verification"})
package org.fugong.demonstration;

import org.springframework.modulith.ApplicationModule;
