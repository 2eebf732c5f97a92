package org.fugong.application.web;

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

/** What waits for an official: applications whose lead is the own department, and the opinions that this is asked for. */
@Configuration(proxyBeanMethods = false)
class ApplicationsWaiting {

    private static final String COUNTED = """
            select least(count(*), :cap) waiting, count(*) filter (where due_on < :today) overdue,
                min(due_on) filter (where due_on >= :today) next\s""";

    private final JdbcClient jdbc;
    private final RiskLevels levels;
    private final Clock clock;

    ApplicationsWaiting(JdbcClient jdbc, RiskLevels levels, Clock clock) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.clock = clock;
    }

    @Bean
    WaitingWork applicationsToDealWith() {
        return new WaitingWork(Role.OFFICIAL, actor -> lines(actor, TasksOfReader.APPLICATIONS, "applications", 10));
    }

    @Bean
    WaitingWork opinionsToGive() {
        return new WaitingWork(Role.OFFICIAL, actor -> lines(actor, TasksOfReader.OPINIONS, "opinions", 12));
    }

    @Bean
    WaitingWork lateApplications() {
        return new WaitingWork(Role.COUNTY_ADMIN, this::late);
    }

    @Bean
    WaitingWork lateApplicationsOfAProvince() {
        return new WaitingWork(Role.PROVINCE_ADMIN, this::escalated);
    }

    /** What was told to the province and is still without a reply; it leads to the county of what was due first. */
    private List<WaitingWork.Line> escalated(Actor actor) {
        return jdbc.sql("""
                select count(*), (array_agg(county order by due_on, filing_id))[1] foremost from (
                    select a.county, a.due_on, a.filing_id from application a join county c on c.code = a.county
                        join division d on d.code = c.parent
                    where coalesce(d.parent, d.code) = :province and a.closed_at is null and a.due_on < :today
                        and exists (select 1 from escalation e
                            where e.filing_id = a.filing_id and e.to_role = 'PROVINCE_ADMIN' and e.due_on = a.due_on)
                    limit :cap) late""").param("province", actor.scope()).param("today", LocalDate.now(clock))
                .param("cap", WaitingWork.CAP)
                .query((row, n) -> new WaitingWork.Line("late", 5, row.getInt(1), row.getInt(1), null,
                        "/desk/applications?county=" + row.getString("foremost") + "&due=overdue"))
                .list();
    }

    /** What was told to the head of a county, who sees to it. */
    private List<WaitingWork.Line> late(Actor actor) {
        return jdbc.sql("""
                select count(*) from (select 1 from application where county = :county and closed_at is null and due_on < :today
                    limit :cap) late""").param("county", actor.scope()).param("today", LocalDate.now(clock)).param("cap", WaitingWork.CAP)
                .query((row, n) -> new WaitingWork.Line("late", 5, row.getInt(1), row.getInt(1), null, "/desk/applications?due=overdue"))
                .list();
    }

    /** At low risk there is nothing to reply to. */
    private List<WaitingWork.Line> lines(Actor actor, String waiting, String what, int urgency) {
        if (levels.now(actor.scope()).regime() == Regime.NOTICE) {
            return List.of();
        }
        return jdbc.sql(COUNTED + waiting).param("county", actor.scope()).param("account", actor.accountId())
                .param("today", LocalDate.now(clock))
                .param("cap", WaitingWork.CAP)
                .query((row, n) -> new WaitingWork.Line(what, urgency, row.getInt("waiting"), row.getInt("overdue"),
                        row.getObject("next", LocalDate.class), "/desk/" + what))
                .list();
    }
}
