package org.fugong.account.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of accounts in the menu. */
@Configuration(proxyBeanMethods = false)
class AccountMenu {

    @Bean
    MenuEntry signInEntry() {
        return new MenuEntry(null, 90, "/login", "menu.sign-in");
    }

    @Bean
    MenuEntry countyStaffEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 50, "/admin/accounts", "menu.accounts");
    }

    @Bean
    MenuEntry staffEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 60, "/admin/accounts", "menu.accounts");
    }
}
