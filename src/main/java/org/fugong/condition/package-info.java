/** 条件清单: the province's lists of conditions and their versions, what a county asks less of, and the rules that judge answers. */
@ApplicationModule(allowedDependencies = {"audit", "region", "account", "risk", "web"})
package org.fugong.condition;

import org.springframework.modulith.ApplicationModule;
