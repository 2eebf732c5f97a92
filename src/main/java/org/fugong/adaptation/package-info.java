/** 县区调整: what a county asks less of, how that is carried over to a new version, and the list as it applies in a county. */
@ApplicationModule(allowedDependencies = {"audit", "region", "account", "risk", "web", "rule", "condition"})
package org.fugong.adaptation;

import org.springframework.modulith.ApplicationModule;
