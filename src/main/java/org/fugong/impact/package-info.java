/** 影响预览: whom a list or an adaptation touches, computed before it is confirmed, kept, and compared with what came. */
@ApplicationModule(displayName = "影响预览 impact", allowedDependencies = {"audit", "job", "region", "rule", "web", "account", "risk",
        "condition", "message", "adaptation"})
package org.fugong.impact;

import org.springframework.modulith.ApplicationModule;
