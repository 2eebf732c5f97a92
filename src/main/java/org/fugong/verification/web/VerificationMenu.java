package org.fugong.verification.web;

import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The place of verifications in the menu, with those that wait for the county. */
@Configuration(proxyBeanMethods = false)
class VerificationMenu {

    @Bean
    MenuEntry verificationsEntry(JdbcClient jdbc) {
        return desk(Role.OFFICIAL, jdbc);
    }

    @Bean
    MenuEntry readVerificationsEntry(JdbcClient jdbc) {
        return desk(Role.COUNTY_ADMIN, jdbc);
    }

    private static MenuEntry desk(Role role, JdbcClient jdbc) {
        return new MenuEntry(role, 20, "/desk/verifications", "menu.verifications", actor -> jdbc.sql("""
                select count(*) from (select 1 from verification where county = ? and state in ('PLANNED', 'REPORTED') limit ?) waiting""")
                .params(actor.scope(), Menu.CAP).query(Integer.class).single());
    }
}
