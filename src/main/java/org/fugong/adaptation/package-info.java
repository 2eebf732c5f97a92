/** 县区调整: what a county asks less of, how that is carried over to a new version, and the list as it applies in a county. */
@ApplicationModule(displayName = "县区调整 adaptation", allowedDependencies = {"audit", "region", "rule", "web", "account", "risk",
        "condition"})
package org.fugong.adaptation;

import org.springframework.modulith.ApplicationModule;
