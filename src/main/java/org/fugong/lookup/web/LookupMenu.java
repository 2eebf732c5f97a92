package org.fugong.lookup.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What visitors and firms look up. */
@Configuration(proxyBeanMethods = false)
class LookupMenu {

    @Bean
    MenuEntry countiesEntry() {
        return new MenuEntry(null, 10, "/", "menu.counties", "/counties");
    }

    @Bean
    MenuEntry countiesOfFirmEntry() {
        return new MenuEntry(Role.ENTERPRISE, 40, "/", "menu.counties", "/counties");
    }
}
