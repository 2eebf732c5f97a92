package org.fugong.filing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The applications that wait for the reply of an official's county. */
@Configuration(proxyBeanMethods = false)
class FilingsWaiting {

    private static final String APPLICATIONS = """
            select count(*) waiting, count(*) filter (where due_on < :today) overdue, min(due_on) filter (where due_on >= :today) next
            from (select due_on from filing where county = :county and kind = 'APPLICATION' and state = 'SUBMITTED'
                  order by due_on limit :cap) counted""";

    private final JdbcClient jdbc;
    private final RiskLevels levels;
    private final Clock clock;

    FilingsWaiting(JdbcClient jdbc, RiskLevels levels, Clock clock) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.clock = clock;
    }

    @Bean
    WaitingWork applicationsWaiting() {
        return new WaitingWork(Role.OFFICIAL, this::applications);
    }

    /** At low risk there is nothing to reply to. */
    private List<WaitingWork.Line> applications(Actor actor) {
        if (levels.now(actor.scope()).regime() == Regime.NOTICE) {
            return List.of();
        }
        return jdbc.sql(APPLICATIONS).param("county", actor.scope()).param("today", LocalDate.now(clock)).param("cap", WaitingWork.CAP)
                .query((row, n) -> new WaitingWork.Line("applications", 10, row.getInt("waiting"), row.getInt("overdue"),
                        row.getObject("next", LocalDate.class), "/desk/filings?state=SUBMITTED&kind=APPLICATION"))
                .list();
    }
}
