/** 找回密码: a password that was forgotten is set anew by a code that is sent to who owns the account, or at the desk. */
@ApplicationModule(displayName = "找回密码 recovery", allowedDependencies = {"audit", "job", "web", "account", "enterprise", "message"})
package org.fugong.recovery;

import org.springframework.modulith.ApplicationModule;
