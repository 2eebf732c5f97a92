package org.fugong.filing.web;

import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places of filings and receipts in the menu, with the applications that wait for a reply. */
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
    MenuEntry deskFilingsEntry(JdbcClient jdbc) {
        return desk(Role.OFFICIAL, jdbc);
    }

    @Bean
    MenuEntry readFilingsEntry(JdbcClient jdbc) {
        return desk(Role.COUNTY_ADMIN, jdbc);
    }

    private static MenuEntry desk(Role role, JdbcClient jdbc) {
        return new MenuEntry(role, 10, "/desk/filings", "menu.desk-filings", actor -> jdbc.sql("""
                select count(*) from (select 1 from filing where county = ? and state = 'SUBMITTED' limit ?) waiting""")
                .params(actor.scope(), Menu.CAP).query(Integer.class).single());
    }
}
