/** 公开查询: what anyone may look up of a county: what applies, what applied on a day, what has changed, as pages, feed and API. */
@ApplicationModule(allowedDependencies = {"account", "region", "risk", "web", "rule", "condition", "condition :: page", "adaptation"})
package org.fugong.lookup;

import org.springframework.modulith.ApplicationModule;
