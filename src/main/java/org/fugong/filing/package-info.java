/** 备案: filings from the first draft to the receipt, what was promised or answered, and what became of it. */
@ApplicationModule(displayName = "备案 filing", allowedDependencies = {"audit", "document", "region", "rule", "web", "account", "calendar",
        "enterprise", "risk", "condition", "message", "adaptation", "impact"})
package org.fugong.filing;

import org.springframework.modulith.ApplicationModule;
