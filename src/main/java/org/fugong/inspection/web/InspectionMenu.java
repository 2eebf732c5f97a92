package org.fugong.inspection.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place in the menu of the county's admin of who may check and whom nobody visits. */
@Configuration(proxyBeanMethods = false)
class InspectionMenu {

    @Bean
    MenuEntry inspectorsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 55, "/admin/inspectors", "menu.inspectors", "/admin/positive-list");
    }
}
