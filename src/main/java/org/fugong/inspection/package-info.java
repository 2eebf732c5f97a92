/** 执法检查: who may check and who may not be sent where, whom nobody visits, how often a firm is checked at most. */
@ApplicationModule(displayName = "执法检查 inspection", allowedDependencies = {"audit", "web", "account", "enterprise", "message"})
package org.fugong.inspection;

import org.springframework.modulith.ApplicationModule;
