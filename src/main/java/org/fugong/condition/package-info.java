/** 条件清单: the province's lists of conditions, their versions, drafts and examples, and the catalogue that drafts are drawn from. */
@ApplicationModule(displayName = "条件清单 condition", allowedDependencies = {"audit", "rule", "web", "account", "risk"})
package org.fugong.condition;

import org.springframework.modulith.ApplicationModule;
