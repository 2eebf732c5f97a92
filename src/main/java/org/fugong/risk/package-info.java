/** 风险等级: the risk level of each county, its history and its coming changes, the regime and what else follows. */
@ApplicationModule(allowedDependencies = {"audit", "job", "region", "account", "web"})
package org.fugong.risk;

import org.springframework.modulith.ApplicationModule;
