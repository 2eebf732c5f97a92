/** 集中填报: operators of venues and projects file for their tenants and sections, each with a verdict and a receipt of its own. */
@ApplicationModule(displayName = "集中填报 collective", allowedDependencies = {"audit", "web", "web :: table", "account", "enterprise",
        "message",
        "filing", "submission"})
package org.fugong.collective;

import org.springframework.modulith.ApplicationModule;
