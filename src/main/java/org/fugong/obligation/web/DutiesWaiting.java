package org.fugong.obligation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the firms of an official's county should have done by now, so that somebody calls them. */
@Configuration(proxyBeanMethods = false)
class DutiesWaiting {

    @Bean
    WaitingWork overdueDutiesWaiting(JdbcClient jdbc, Clock clock) {
        return new WaitingWork(Role.OFFICIAL, actor -> overdue(actor, jdbc, clock));
    }

    private static List<WaitingWork.Line> overdue(Actor actor, JdbcClient jdbc, Clock clock) {
        int count = jdbc
                .sql("""
                            select count(*) from (
                                select 1 from obligation
                        where county = ? and state = 'OPEN' and coalesce(due_on, date '9999-12-31') < ? limit ?) late""")
                .params(actor.scope(), LocalDate.now(clock), WaitingWork.CAP).query(Integer.class).single();
        return List.of(new WaitingWork.Line("duties", 50, count, count, null, "/desk/obligations?due=overdue"));
    }
}
