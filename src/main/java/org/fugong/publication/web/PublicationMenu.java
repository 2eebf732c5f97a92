package org.fugong.publication.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of a county's own list in the menu. */
@Configuration(proxyBeanMethods = false)
class PublicationMenu {

    @Bean
    MenuEntry adaptationsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 40, "/admin/adaptations", "menu.adaptations");
    }
}
