package org.fugong.application.web;

import org.fugong.account.Actor;
import org.fugong.account.Menu;
import org.fugong.account.MenuEntry;
import org.fugong.account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The places of applications, of what departments are asked and of who they are in the menu, with what waits there. */
@Configuration(proxyBeanMethods = false)
class ApplicationMenu {

    @Bean
    MenuEntry applicationsEntry(JdbcClient jdbc) {
        return new MenuEntry(Role.OFFICIAL, 12, "/desk/applications", "menu.applications",
                actor -> due(actor, TasksOfReader.APPLICATIONS, jdbc));
    }

    @Bean
    MenuEntry readApplicationsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 12, "/desk/applications", "menu.applications");
    }

    @Bean
    MenuEntry opinionsEntry(JdbcClient jdbc) {
        return new MenuEntry(Role.OFFICIAL, 14, "/desk/opinions", "menu.opinions", actor -> due(actor, TasksOfReader.OPINIONS, jdbc));
    }

    @Bean
    MenuEntry readOpinionsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 14, "/desk/opinions", "menu.opinions");
    }

    @Bean
    MenuEntry departmentsEntry() {
        return new MenuEntry(Role.COUNTY_ADMIN, 45, "/admin/departments", "menu.departments");
    }

    private static int due(Actor actor, String waiting, JdbcClient jdbc) {
        return jdbc.sql("select least(count(*), :cap) " + waiting).param("county", actor.scope()).param("account", actor.accountId())
                .param("cap", Menu.CAP).query(Integer.class).single();
    }
}
