/** 判定复算: stored verdicts computed again from their list, facts and answers, and compared. */
@ApplicationModule(allowedDependencies = {"audit", "job", "web", "region", "account", "rule", "condition", "adaptation", "filing"})
package org.fugong.replay;

import org.springframework.modulith.ApplicationModule;
