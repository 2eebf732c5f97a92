package org.fugong.message.web;

import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.fugong.message.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of one's notices in the menu, with how many are not read. */
@Configuration(proxyBeanMethods = false)
class MessageMenu {

    private final Inbox inbox;

    MessageMenu(Inbox inbox) {
        this.inbox = inbox;
    }

    @Bean
    MenuEntry noticesOfFirms() {
        return entry(Role.ENTERPRISE, 20);
    }

    @Bean
    MenuEntry noticesOfOfficials() {
        return entry(Role.OFFICIAL, 80);
    }

    @Bean
    MenuEntry noticesOfTheHotline() {
        return entry(Role.HOTLINE, 80);
    }

    @Bean
    MenuEntry noticesOfCountyAdmins() {
        return entry(Role.COUNTY_ADMIN, 80);
    }

    @Bean
    MenuEntry noticesOfProvinceAdmins() {
        return entry(Role.PROVINCE_ADMIN, 80);
    }

    private MenuEntry entry(Role role, int order) {
        return new MenuEntry(role, order, NoticeController.place(role), "menu.notices", actor -> inbox.unread(actor, Menu.CAP));
    }
}
