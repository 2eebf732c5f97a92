package org.fugong.recovery.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu where an official sets a firm's password anew. */
@Configuration(proxyBeanMethods = false)
class RecoveryMenu {

    @Bean
    MenuEntry firmPasswordsEntry() {
        return new MenuEntry(Role.OFFICIAL, 70, "/desk/firm-passwords", "menu.firm-passwords");
    }
}
