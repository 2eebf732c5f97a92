/** 审计: what happened, by whom, from where, before and after. */
@ApplicationModule(allowedDependencies = {})
package org.fugong.audit;

import org.springframework.modulith.ApplicationModule;
