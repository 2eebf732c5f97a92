/** 风险等级: the risk level of each county, its history and its coming changes, the regime and what else follows. */
@ApplicationModule(displayName = "风险等级 risk", allowedDependencies = {"audit", "job", "region", "web", "web :: table", "account"})
package org.fugong.risk;

import org.springframework.modulith.ApplicationModule;
