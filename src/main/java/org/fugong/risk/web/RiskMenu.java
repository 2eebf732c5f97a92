package org.fugong.risk.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the risk levels in the menu. */
@Configuration(proxyBeanMethods = false)
class RiskMenu {

    @Bean
    MenuEntry levelsEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 40, "/admin/risk-levels", "menu.risk-levels");
    }
}
