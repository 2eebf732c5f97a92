package org.fugong.owed.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.fugong.condition.ConditionSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What firms should have supplied by now, for officials; an end of the epidemic to be confirmed, for admins of a province. */
@Configuration(proxyBeanMethods = false)
class OwedWaiting {

    @Bean
    WaitingWork overdueOwedWaiting(JdbcClient jdbc, Clock clock) {
        return new WaitingWork(Role.OFFICIAL, actor -> overdue(actor, jdbc, clock));
    }

    @Bean
    WaitingWork epidemicEndsWaiting(JdbcClient jdbc, ConditionSettings settings) {
        return new WaitingWork(Role.PROVINCE_ADMIN, actor -> ends(actor, jdbc, settings));
    }

    private static List<WaitingWork.Line> overdue(Actor actor, JdbcClient jdbc, Clock clock) {
        int count = jdbc.sql("""
                select count(*) from (
                    select 1 from owed_item
                    where county = ? and state = 'OPEN' and coalesce(due_on, date '9999-12-31') < ? limit ?) late""")
                .params(actor.scope(), LocalDate.now(clock), WaitingWork.CAP).query(Integer.class).single();
        return List.of(new WaitingWork.Line("owed", 45, count, count, null, "/desk/owed?due=overdue"));
    }

    private static List<WaitingWork.Line> ends(Actor actor, JdbcClient jdbc, ConditionSettings settings) {
        int count = jdbc.sql("""
                select count(*) from epidemic_end
                where province = ? and confirmed_at is null and returned_at is null and (asked_by <> ? or not ?)""")
                .params(actor.scope(), actor.accountId(), settings.secondAdmin()).query(Integer.class).single();
        return List.of(new WaitingWork.Line("epidemic-end", 15, count, 0, null, "/admin/epidemic-end"));
    }
}
