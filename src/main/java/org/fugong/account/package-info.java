/** 账户: accounts, roles and scopes, signing in, and the {@link org.fugong.account.Actor} who acts. */
@ApplicationModule(displayName = "账户 account", allowedDependencies = {"audit", "edit", "region", "web"})
package org.fugong.account;

import org.springframework.modulith.ApplicationModule;
