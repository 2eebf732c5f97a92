/** 风险等级: the risk level of each county, its history and its coming changes, and the regime that follows. */
@ApplicationModule(allowedDependencies = {"audit", "region", "account", "web"})
package org.fugong.risk;

import org.springframework.modulith.ApplicationModule;
