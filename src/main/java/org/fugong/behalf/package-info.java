/** 帮代办: what officials enter for firms that cannot, from paper or by phone, and how such a firm claims it. */
@ApplicationModule(displayName = "帮代办 behalf", allowedDependencies = {"audit", "edit", "job", "rule", "web", "account", "enterprise",
        "attachment", "risk", "condition", "message", "adaptation", "filing", "submission", "submission :: field"})
package org.fugong.behalf;

import org.springframework.modulith.ApplicationModule;
