package org.fugong.behalf.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu of what is entered for firms. */
@Configuration(proxyBeanMethods = false)
class BehalfMenu {

    @Bean
    MenuEntry behalfEntryOfTheHotline() {
        return new MenuEntry(Role.HOTLINE, 60, "/desk/behalf", "menu.behalf");
    }

    @Bean
    MenuEntry behalfEntry() {
        return new MenuEntry(Role.OFFICIAL, 60, "/desk/behalf", "menu.behalf");
    }
}
