package org.fugong.statistics.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where admins begin. */
@Configuration(proxyBeanMethods = false)
class StatisticsMenu {

    @Bean
    MenuEntry countyOverviewEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 5, "/admin", "menu.overview");
    }

    @Bean
    MenuEntry provinceOverviewEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 5, "/admin", "menu.overview", "/desk");
    }
}
