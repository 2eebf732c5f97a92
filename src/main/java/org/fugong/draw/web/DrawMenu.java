package org.fugong.draw.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of draws in the menus. */
@Configuration(proxyBeanMethods = false)
class DrawMenu {

    @Bean
    MenuEntry drawsEntry() {
        return new MenuEntry(null, 30, "/draws", "menu.draws");
    }

    @Bean
    MenuEntry drawsDeskEntry() {
        return new MenuEntry(Role.OFFICIAL, 25, "/desk/draws", "menu.draws", "/desk/interests");
    }

    @Bean
    MenuEntry drawsCountyEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 27, "/desk/draws", "menu.draws");
    }
}
