/** 条件清单: the province's lists of conditions and their versions, what a county asks less of, and the rules that judge answers. */
@ApplicationModule(allowedDependencies = {"audit", "job", "region", "account", "risk", "message", "web"})
package org.fugong.condition;

import org.springframework.modulith.ApplicationModule;
