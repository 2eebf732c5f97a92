/** 发布: the acts that put a list or an adaptation into force, neither of them before somebody has seen whom it touches. */
@ApplicationModule(
        allowedDependencies = {"audit", "region", "account", "risk", "message", "web", "rule", "condition", "condition :: page", "adaptation", "impact"})
package org.fugong.publication;

import org.springframework.modulith.ApplicationModule;
