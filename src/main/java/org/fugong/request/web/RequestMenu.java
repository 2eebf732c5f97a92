package org.fugong.request.web;

import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places of requests in the menu, with those that wait for the province. */
@Configuration(proxyBeanMethods = false)
class RequestMenu {

    @Bean
    MenuEntry requestsEntry() {
        return new MenuEntry(null, 30, "/requests", "menu.requests");
    }

    @Bean
    MenuEntry myRequestsEntry() {
        return new MenuEntry(Role.ENTERPRISE, 35, "/my/requests", "menu.requests", "/requests");
    }

    @Bean
    MenuEntry provinceRequestsEntry(JdbcClient jdbc) {
        return new MenuEntry(Role.PROVINCE_ADMIN, 45, "/admin/requests", "menu.requests", actor -> jdbc.sql("""
                select count(*) from (select 1 from request where province = ? and answer is null limit ?) waiting""")
                .params(actor.scope(), Menu.CAP).query(Integer.class).single());
    }
}
