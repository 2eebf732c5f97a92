package org.fugong.filing.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of filings and receipts in the menu. */
@Configuration(proxyBeanMethods = false)
class FilingMenu {

    @Bean
    MenuEntry receiptsEntry() {
        return new MenuEntry(null, 20, "/receipts", "menu.receipts");
    }

    @Bean
    MenuEntry myFilingsEntry() {
        return new MenuEntry(Role.ENTERPRISE, 10, "/my", "menu.my-filings");
    }

    @Bean
    MenuEntry deskFilingsEntry() {
        return new MenuEntry(Role.OFFICIAL, 10, "/desk/filings", "menu.desk-filings");
    }

    @Bean
    MenuEntry readFilingsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 10, "/desk/filings", "menu.desk-filings");
    }
}
