/** 抽查: firms and inspectors drawn at random, announced before and recomputable by anyone after. */
@ApplicationModule(displayName = "抽查 draw", allowedDependencies = {})
package org.fugong.draw;

import org.springframework.modulith.ApplicationModule;
