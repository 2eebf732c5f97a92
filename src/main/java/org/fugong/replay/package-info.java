/** 判定复算: stored verdicts computed again from their list, facts and answers, and compared. */
@ApplicationModule(displayName = "判定复算 replay", allowedDependencies = {"audit", "job", "region", "rule", "web", "account", "adaptation",
        "filing", "submission"})
package org.fugong.replay;

import org.springframework.modulith.ApplicationModule;
