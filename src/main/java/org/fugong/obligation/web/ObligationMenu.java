package org.fugong.obligation.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of what firms are asked to do in the menu. */
@Configuration(proxyBeanMethods = false)
class ObligationMenu {

    @Bean
    MenuEntry obligationsEntry() {
        return new MenuEntry(Role.OFFICIAL, 30, "/desk/obligations", "menu.obligations");
    }

    @Bean
    MenuEntry readObligationsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 30, "/desk/obligations", "menu.obligations");
    }
}
