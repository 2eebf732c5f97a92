package org.fugong.calendar.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of the holidays in the menu. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {

    @Bean
    MenuEntry holidaysReadEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 60, "/admin/holidays", "menu.holidays");
    }

    @Bean
    MenuEntry holidaysEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 50, "/admin/holidays", "menu.holidays");
    }
}
