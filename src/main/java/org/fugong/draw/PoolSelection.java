package org.fugong.draw;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.Industry;
import org.fugong.inspection.CheckCaps;
import org.fugong.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which filings are in a pool: those in force that have a list to be checked by. Left out, and counted, are those that are being
 * checked already, whose firms are on the positive list, or were checked as often as they may be this year.
 */
@Component
class PoolSelection {

    private static final String CHECKS_IN_YEAR = """
            select count(*) from verification v where v.enterprise_id = f.enterprise_id and v.county = f.county
                and v.opened_at >= :yearBegan and not (v.state = 'CLOSED' and v.outcome is null)""";

    private static final String SCOPE = """
            select f.id, f.no, f.enterprise_id, f.name, %s as value,
                case when exists (select 1 from verification v where v.filing_id = f.id
                        and v.state in ('PLANNED', 'RECTIFY', 'STOP_WORK', 'REPORTED')) then 'open-check'
                    when exists (select 1 from positive_listing p where p.county = f.county and p.enterprise_id = f.enterprise_id
                        and p.ended_at is null and p.valid_until >= :day) then 'positive-list'
                    when (%s) >= :cap then 'cap' end as reason,
                not exists (select 1 from verification v where v.enterprise_id = f.enterprise_id and v.outcome is not null) as unchecked
            from filing f
            where f.county = :county and f.state in ('EFFECTIVE', 'PERMITTED') and f.kind <> 'NOTICE'
                and (cast(:township as text) is null or f.subject ->> 'township' = :township)
                and (cast(:park as text) is null or f.subject ->> 'park' = :park)
                and (cast(:industries as text) is null or f.industry = any (string_to_array(:industries, ',')))
                and (cast(:size as text) is null or f.size = :size)
                and (cast(:keyClass as text) is null or f.subject ->> 'keyClass' = :keyClass)
                and (cast(:kind as text) is null or f.kind = :kind)
                and (cast(:filedBefore as timestamptz) is null or f.submitted_at < :filedBefore)""";

    private final JdbcClient jdbc;
    private final Industries industries;
    private final CheckCaps caps;
    private final Clock clock;

    private record Group(String value, String reason, int count) {
    }

    PoolSelection(JdbcClient jdbc, Industries industries, CheckCaps caps, Clock clock) {
        this.jdbc = jdbc;
        this.industries = industries;
        this.caps = caps;
        this.clock = clock;
    }

    /** How many there are by stratum, and how many are left out by reason; inspectors are none of its business. */
    PoolPreview preview(String county, PoolScope scope, Stratification by, LocalDate day) {
        var groups = jdbc.sql("select value, reason, count(*) from (" + scope(by) + ") scoped group by 1, 2 order by 1")
                .params(parameters(county, scope, day))
                .query((row, n) -> new Group(row.getString(1), row.getString(2), row.getInt(3))).list();
        return new PoolPreview(counted(groups.stream().filter(group -> group.reason == null)
                .collect(Collectors.toMap(Group::value, Group::count))),
                counted(groups.stream().filter(group -> group.reason != null)
                        .collect(Collectors.toMap(Group::reason, Group::count, Integer::sum))),
                Map.of(), 0);
    }

    /** Writes the pool of a draw that is to be announced; how many are left out by reason. */
    Map<String, Integer> write(long draw, String county, DrawRule rule, LocalDate day) {
        var parameters = parameters(county, rule.scope(), day);
        parameters.put("draw", draw);
        parameters.put("tickets", rule.tickets());
        rule.shares().forEach(share -> parameters.put("stratum" + rule.shares().indexOf(share), share.value()));
        var strata = rule.shares().stream().map(share -> "(:stratum%1$d, %2$d)".formatted(rule.shares().indexOf(share),
                rule.shares().indexOf(share) + 1)).collect(Collectors.joining(", "));
        return counted(jdbc.sql("""
                with scoped as materialized (%s),
                    pool as (insert into draw_firm (draw_id, no, filing_id, enterprise_id, stratum, tickets, name)
                        select :draw, no, id, enterprise_id, stratum.key, case when unchecked then :tickets else 1 end,
                            regexp_replace(name, '[\\t\\r\\n]', ' ', 'g')
                        from scoped join (values %s) stratum (value, key) using (value) where reason is null)
                select coalesce(reason, '') reason, count(*) from scoped
                where reason is not null or value not in (select value from (values %s) stratum (value, key))
                group by 1""".formatted(scope(rule.by()), strata, strata))
                .params(parameters).query((row, n) -> new Group("", row.getString(1), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Group::reason, Group::count)));
    }

    /** Whether a firm was checked in a county as often as it may be in the year of a day. */
    boolean capped(long enterpriseId, String county, LocalDate day) {
        return jdbc.sql("select (" + CHECKS_IN_YEAR + ") from (values (cast(:firm as bigint), :county)) f (enterprise_id, county)")
                .param("firm", enterpriseId).param("county", county).param("yearBegan", began(day)).query(Integer.class)
                .single() >= caps.of(county).perYear();
    }

    /** Whether nobody visits a firm on a day. */
    boolean positive(long enterpriseId, String county, LocalDate day) {
        return jdbc.sql("""
                select exists (select 1 from positive_listing
                    where county = ? and enterprise_id = ? and ended_at is null and valid_until >= ?)""")
                .params(county, enterpriseId, day).query(Boolean.class).single();
    }

    private static String scope(Stratification by) {
        return SCOPE.formatted(by.expression(), CHECKS_IN_YEAR);
    }

    private Map<String, Object> parameters(String county, PoolScope scope, LocalDate day) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("day", day);
        parameters.put("yearBegan", began(day));
        parameters.put("cap", caps.of(county).perYear());
        parameters.put("township", scope.township());
        parameters.put("park", scope.park());
        parameters.put("industries", scope.industry() == null ? null : divisions(scope.industry()));
        parameters.put("size", scope.size());
        parameters.put("keyClass", scope.keyClass());
        parameters.put("kind", scope.kind());
        parameters.put("filedBefore", scope.olderThan() == null
                ? null
                : OffsetDateTime.ofInstant(clock.instant().minus(scope.olderThan(), ChronoUnit.DAYS), ZoneOffset.UTC));
        return parameters;
    }

    private String divisions(String industry) {
        return Character.isDigit(industry.charAt(0))
                ? industry
                : industries.divisionsOf(industry).stream().map(Industry::code).collect(Collectors.joining(","));
    }

    private static OffsetDateTime began(LocalDate day) {
        return day.withDayOfYear(1).atStartOfDay(Dates.ZONE).toOffsetDateTime();
    }

    private static Map<String, Integer> counted(Map<String, Integer> counts) {
        return new TreeMap<>(counts);
    }
}
