package org.fugong.risk.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The uploaded levels that wait to be confirmed; what has been overtaken, or whose time has passed, cannot be and does not wait. */
@Configuration(proxyBeanMethods = false)
class BatchesWaiting {

    private static final String UNCONFIRMED = """
            select count(*) from (
                select 1 from level_batch b
                where province = :province and confirmed_at is null and not exists (
                    select 1 from jsonb_array_elements(b.lines -> 'lines') line
                    where cast(line ->> 'effectiveAt' as timestamptz) <= :now
                       or (select max(id) from risk_level_change c where c.county = line ->> 'county')
                          is distinct from cast(b.lines -> 'seen' ->> (line ->> 'county') as bigint)) limit :cap) waiting""";

    @Bean
    WaitingWork batchesToConfirm(JdbcClient jdbc, Clock clock) {
        return new WaitingWork(Role.PROVINCE_ADMIN, actor -> unconfirmed(actor, jdbc, clock));
    }

    private static List<WaitingWork.Line> unconfirmed(Actor actor, JdbcClient jdbc, Clock clock) {
        int count = jdbc.sql(UNCONFIRMED).param("province", actor.scope()).param("cap", WaitingWork.CAP)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).query(Integer.class).single();
        return List.of(new WaitingWork.Line("batches", 20, count, 0, null, "/admin/risk-levels/batches"));
    }
}
