package org.fugong.enterprise.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the firm's profile in the menu. */
@Configuration(proxyBeanMethods = false)
class EnterpriseMenu {

    @Bean
    MenuEntry profileEntry() {
        return new MenuEntry(Role.ENTERPRISE, 30, "/my/enterprise", "menu.my-enterprise");
    }
}
