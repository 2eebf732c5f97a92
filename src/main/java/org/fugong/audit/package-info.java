/** 审计: what happened, by whom, from where, before and after. */
@ApplicationModule(displayName = "审计 audit", allowedDependencies = {})
package org.fugong.audit;

import org.springframework.modulith.ApplicationModule;
