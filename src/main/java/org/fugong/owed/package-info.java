/** 容缺: what firms owe to their filings and by when, what is overdue, and the end of the epidemic that some of it waits for. */
@ApplicationModule(displayName = "容缺 owed", allowedDependencies = {"audit", "job", "region", "web", "account", "calendar", "enterprise",
        "condition", "message", "adaptation", "filing"})
package org.fugong.owed;

import org.springframework.modulith.ApplicationModule;
