package org.fugong.condition.web;

import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places of the lists and of the catalogue in the menu, with the publications that wait for another admin. */
@Configuration(proxyBeanMethods = false)
class ConditionMenu {

    @Bean
    MenuEntry listsEntry(JdbcClient jdbc) {
        return new MenuEntry(Role.PROVINCE_ADMIN, 10, "/admin/lists", "menu.lists", actor -> jdbc.sql("""
                select count(*) from condition_list
                where province = ? and state = 'DRAFT' and asked_by <> ?""")
                .params(actor.scope(), actor.accountId()).query(Integer.class).single());
    }

    @Bean
    MenuEntry catalogueEntry() {
        return new MenuEntry(Role.PROVINCE_ADMIN, 20, "/admin/catalogue", "menu.catalogue");
    }
}
