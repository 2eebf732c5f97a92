package org.fugong.verification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.fugong.account.WaitingWork.Line;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an official's county has to do about its checks: look at answers, check, and see to orders that nobody answered in time. */
@Configuration(proxyBeanMethods = false)
class VerificationsWaiting {

    private static final String CHECKS = """
            select place, waiting, overdue, next
            from (values (1, array ['REPORTED']), (2, array ['PLANNED']), (3, array ['RECTIFY', 'STOP_WORK'])) k (place, states)
                cross join lateral (
                    select count(*) waiting, count(*) filter (where due_on < :today) overdue,
                           min(due_on) filter (where due_on >= :today) next
                    from unnest(states) s (state) cross join lateral (
                        select due_on from verification v where county = :county and v.state = s.state
                        order by coalesce(due_on, date '9999-12-31') limit :cap) counted) c
            order by place""";

    private final JdbcClient jdbc;
    private final RiskLevels levels;
    private final Clock clock;

    VerificationsWaiting(JdbcClient jdbc, RiskLevels levels, Clock clock) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.clock = clock;
    }

    @Bean
    WaitingWork checksWaiting() {
        return new WaitingWork(Role.OFFICIAL, this::checks);
    }

    /** An order waits for its firm until its term has passed; at low risk there are no orders, and nothing has to be checked. */
    private List<Line> checks(Actor actor) {
        if (levels.now(actor.scope()).level() == RiskLevel.LOW) {
            return List.of();
        }
        var counts = jdbc.sql(CHECKS).param("county", actor.scope()).param("today", LocalDate.now(clock)).param("cap", WaitingWork.CAP)
                .query((row, n) -> new Line("", 0, row.getInt("waiting"), row.getInt("overdue"), row.getObject("next", LocalDate.class),
                        ""))
                .list();
        var orders = counts.get(2);
        return Stream.of(line("answers", 20, counts.get(0), "?state=REPORTED"), line("checks", 30, counts.get(1), "?state=PLANNED"),
                new Line("orders", 40, orders.overdue(), orders.overdue(), null, "/desk/verifications?state=ORDERED&due=overdue")).toList();
    }

    private static Line line(String what, int urgency, Line counted, String query) {
        return new Line(what, urgency, counted.count(), counted.overdue(), counted.next(), "/desk/verifications" + query);
    }
}
