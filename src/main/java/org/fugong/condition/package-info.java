/** 条件清单: the province's lists of conditions, their versions, drafts and examples, and the catalogue that drafts are drawn from. */
@ApplicationModule(allowedDependencies = {"audit", "account", "risk", "web", "rule"})
package org.fugong.condition;

import org.springframework.modulith.ApplicationModule;
