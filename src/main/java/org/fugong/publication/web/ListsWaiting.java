package org.fugong.publication.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.fugong.account.WaitingWork.Line;
import org.fugong.adaptation.ListInheritance;
import org.fugong.adaptation.ListInheritance.Undecided;
import org.fugong.condition.ConditionSettings;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Dates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lists that wait for a second admin of the province, and what a new one leaves a county to decide. */
@Configuration(proxyBeanMethods = false)
class ListsWaiting {

    /** A correction takes effect in the past; anything else has to be confirmed before its time. */
    private static final String PUBLICATIONS = """
            select count(*) waiting, count(*) filter (where wanted_at < :now and not correction) overdue,
                   min(wanted_at) filter (where wanted_at >= :now) next
            from condition_list
            where province = :province and state = 'DRAFT' and asked_by is not null
              and (asked_by <> :reader and changed_by is distinct from :reader or not :second)""";

    private final JdbcClient jdbc;
    private final ListInheritance inheritance;
    private final ConditionSettings settings;
    private final Clock clock;

    ListsWaiting(JdbcClient jdbc, ListInheritance inheritance, ConditionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.inheritance = inheritance;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    WaitingWork publicationsWaiting() {
        return new WaitingWork(Role.PROVINCE_ADMIN, this::publications);
    }

    @Bean
    WaitingWork inheritancesWaiting() {
        return new WaitingWork(Role.COUNTY_ADMIN, this::inheritances);
    }

    private List<Line> publications(Actor actor) {
        return jdbc.sql(PUBLICATIONS).param("province", actor.scope()).param("reader", actor.accountId())
                .param("second", settings.secondAdmin()).param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> {
                    var next = row.getObject("next", OffsetDateTime.class);
                    return new Line("publications", 10, row.getInt("waiting"), row.getInt("overdue"),
                            next == null ? null : day(next.toInstant()), "/admin/lists");
                }).list();
    }

    /** A county that asks for what the province asks, as most do, has nothing to decide. */
    private List<Line> inheritances(Actor actor) {
        return jdbc.sql("select distinct level from county_adaptation where county = ? order by level").params(actor.scope())
                .query((row, n) -> RiskLevel.valueOf(row.getString("level"))).stream()
                .flatMap(level -> inheritance.undecided(level, actor).stream().limit(1))
                .map(undecided -> line(undecided)).toList();
    }

    private Line line(Undecided undecided) {
        int items = undecided.conflicts().size();
        boolean ahead = undecided.from().isAfter(clock.instant());
        return new Line("inheritance." + undecided.list().level(), 10, items, ahead ? 0 : items, ahead ? day(undecided.from()) : null,
                "/admin/adaptations/" + undecided.list().level() + "/inheritance");
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Dates.ZONE);
    }
}
