/**
 * 申请: how a county decides applications: one window, departments in parallel, a clock, one correction, one reply. It is larger than
 * other rooms because an application has a course of its own, whose acts stand side by side.
 */
@ApplicationModule(displayName = "申请 application", allowedDependencies = {"audit", "document", "job", "region", "rule", "web", "account",
        "calendar", "enterprise", "attachment", "risk", "condition", "message", "adaptation", "filing"})
package org.fugong.application;

import org.springframework.modulith.ApplicationModule;
