/** 备案: filings from the first draft to the receipt, what was promised or answered, and what became of it. */
@ApplicationModule(displayName = "备案 filing",
        allowedDependencies = {"audit", "job", "web", "region", "document", "account", "calendar", "risk", "enterprise", "rule", "condition",
                "adaptation", "impact", "message"})
package org.fugong.filing;

import org.springframework.modulith.ApplicationModule;
