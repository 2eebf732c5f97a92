/** The conditions for resuming work: the province's lists and their versions, what a county asks less of, and the rules that judge answers. */
@ApplicationModule(displayName = "条件清单 condition", allowedDependencies = {"risk", "account", "region", "audit"})
package org.fugong.condition;

import org.springframework.modulith.ApplicationModule;
