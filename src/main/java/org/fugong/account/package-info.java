/** 账户: accounts, roles and scopes, signing in, and the {@link org.fugong.account.Actor} who acts. */
@ApplicationModule(allowedDependencies = {"audit", "region", "web"})
package org.fugong.account;

import org.springframework.modulith.ApplicationModule;
