package org.fugong.replay.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of the recomputed verdicts in the menu. */
@Configuration(proxyBeanMethods = false)
class ReplayMenu {

    @Bean
    MenuEntry countyVerdictsEntry() {
        return new MenuEntry(Role.OFFICIAL, 40, "/desk/verdicts", "menu.verdicts");
    }

    @Bean
    MenuEntry provinceVerdictsEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 30, "/admin/verdicts", "menu.verdicts");
    }
}
