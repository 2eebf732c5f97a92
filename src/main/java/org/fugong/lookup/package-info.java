/** 公开查询: what anyone may look up of a county: what applies, what applied on a day, what has changed, as pages, feed and API. */
@ApplicationModule(displayName = "公开查询 lookup", allowedDependencies = {"region", "rule", "web", "account", "risk", "condition",
        "condition :: page", "adaptation"})
package org.fugong.lookup;

import org.springframework.modulith.ApplicationModule;
