/** 发布: the acts that put a list or an adaptation into force, neither of them before somebody has seen whom it touches. */
@ApplicationModule(displayName = "发布 publication", allowedDependencies = {"audit", "region", "rule", "web", "account", "risk",
        "condition", "condition :: page", "message", "adaptation", "impact"})
package org.fugong.publication;

import org.springframework.modulith.ApplicationModule;
