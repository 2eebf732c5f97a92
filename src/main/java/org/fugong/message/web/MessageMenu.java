package org.fugong.message.web;

import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The place of a firm's notices in the menu, with how many it has not read. */
@Configuration(proxyBeanMethods = false)
class MessageMenu {

    @Bean
    MenuEntry noticesEntry(JdbcClient jdbc) {
        return new MenuEntry(Role.ENTERPRISE, 20, "/my/notices", "menu.notices", actor -> jdbc.sql("""
                select count(*) from (select 1 from notice join enterprise on enterprise.id = enterprise_id
                                      where account_id = ? and read_at is null limit ?) unread""")
                .params(actor.accountId(), Menu.CAP).query(Integer.class).single());
    }
}
