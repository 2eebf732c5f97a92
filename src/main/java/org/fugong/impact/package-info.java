/** 影响预览: whom a list or an adaptation touches, computed before it is confirmed, kept, and compared with what came. */
@ApplicationModule(
        allowedDependencies = {"audit", "job", "region", "account", "risk", "message", "web", "rule", "condition", "adaptation"})
package org.fugong.impact;

import org.springframework.modulith.ApplicationModule;
