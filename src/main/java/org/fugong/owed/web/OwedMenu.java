package org.fugong.owed.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of what is owed in the menu. */
@Configuration(proxyBeanMethods = false)
class OwedMenu {

    @Bean
    MenuEntry myOwedEntry() {
        return new MenuEntry(Role.ENTERPRISE, 20, "/my/owed", "menu.owed");
    }

    @Bean
    MenuEntry deskOwedEntry() {
        return new MenuEntry(Role.OFFICIAL, 25, "/desk/owed", "menu.owed");
    }

    @Bean
    MenuEntry readOwedEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 25, "/desk/owed", "menu.owed");
    }

    @Bean
    MenuEntry provinceOwedEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 42, "/admin/owed", "menu.owed", "/admin/epidemic-end", "/desk/owed");
    }
}
