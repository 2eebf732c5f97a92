package org.fugong.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingStep;
import org.fugong.impact.ComparedFiling;
import org.fugong.impact.LiveFilings;
import org.fugong.impact.VerdictChange;
import org.fugong.risk.RiskLevel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Holds a change of a list against what there is to go on with in a county. */
@Component
class OpenFilings implements LiveFilings {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CountyLists lists;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenFilings(JdbcClient jdbc, JsonMapper json, CountyLists lists, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.lists = lists;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<ComparedFiling> judged(String county, RiskLevel level, CountyList before, CountyList after, long afterId, int atMost) {
        var day = LocalDate.now(clock);
        return jdbc.sql("""
                select filing.id, no, enterprise_id, coalesce(filing.name, enterprise.name) as name, enterprise.credit_code, kind,
                    facts, answers, findings, plan, enterprise.industry, size_class, key_class
                from filing join enterprise on enterprise.id = enterprise_id
                where county = :county and level = :level and filing.id > :after
                    and state in ('DRAFT', 'RECORDED', 'EFFECTIVE', 'SUBMITTED', 'ACCEPTED', 'CORRECTION', 'PERMITTED',
                        'SUSPENDED')
                order by filing.id limit :rows""")
                .param("county", county).param("level", level.name()).param("after", afterId).param("rows", atMost)
                .query((row, n) -> new OpenFiling(row.getLong("id"), row.getString("no"), row.getLong("enterprise_id"),
                        row.getString("name"),
                        row.getString("credit_code"), FilingKind.valueOf(row.getString("kind")), row.getString("facts"),
                        row.getString("answers"),
                        row.getString("findings"), row.getString("plan"), row.getString("industry"), row.getString("size_class"),
                        row.getString("key_class")))
                .list().parallelStream().map(filing -> filing.judged(before, after, day, json)).toList();
    }

    @Override
    public void leaveStep(String county, RiskLevel level, List<ComparedFiling> told) {
        var version = lists.inForce(county, level, clock.instant()).versionLabel();
        told.forEach(one -> events.publishEvent(new FilingStep.ListChanged(one.id(), county, version, one.draft(),
                codes(one, change -> change != VerdictChange.GAINED), codes(one, VerdictChange.GAINED::equals))));
    }

    private static List<String> codes(ComparedFiling one, Predicate<VerdictChange> wanted) {
        return one.verdictChanges().entrySet().stream().filter(change -> wanted.test(change.getValue())).map(Map.Entry::getKey).toList();
    }
}
