/**
 * 备案: filings as they were submitted and what became of them: receipts, decisions, withdrawal, closing, versions, and what
 * applies to a site. It is larger than other rooms because a filing is made of a dozen small values that nobody would look for
 * elsewhere.
 */
@ApplicationModule(displayName = "备案 filing", allowedDependencies = {"audit", "edit", "document", "region", "rule", "web", "account",
        "calendar",
        "enterprise", "attachment", "risk", "condition", "message", "adaptation"})
package org.fugong.filing;

import org.springframework.modulith.ApplicationModule;
