/** 抽查: firms and inspectors drawn at random, announced before and recomputable by anyone after. */
@ApplicationModule(displayName = "抽查 draw", allowedDependencies = {"audit", "job", "region", "web", "account", "calendar",
        "enterprise", "risk", "message", "inspection", "filing", "verification"})
package org.fugong.draw;

import org.springframework.modulith.ApplicationModule;
