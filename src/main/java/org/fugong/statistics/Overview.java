package org.fugong.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what is under way in counties; whoever asks has made sure that the counties are the reader's. */
@Component
public class Overview {

    /** Over how many days the rate of replies in time is told. */
    public static final int RATE_DAYS = 30;

    private static final String FILINGS = """
            select kind, state, (select count(*) from (
                select 1 from filing f
                where county = :county and f.kind = k.kind and f.state = s.state and f.state <> 'DRAFT' limit :cap) c) n
            from unnest(array ['NOTICE', 'CHECKLIST', 'COMMITMENT', 'APPLICATION']) with ordinality k (kind, place),
                 unnest(array ['SUBMITTED', 'ACCEPTED', 'CORRECTION', 'RECORDED', 'EFFECTIVE', 'PERMITTED', 'SUSPENDED', 'REFUSED',
                               'NOT_ACCEPTED', 'WITHDRAWN', 'CHANGED', 'CLOSED', 'ENDED']) with ordinality s (state, place)
            order by k.place, s.place""";
    private static final String CHECKS = """
            select null kind, state, (select count(*) from (
                select 1 from verification v where county = :county and v.state = s.state limit :cap) c) n
            from unnest(array ['PLANNED', 'RECTIFY', 'STOP_WORK', 'REPORTED', 'PASSED', 'CLOSED', 'GUIDANCE'])
                     with ordinality s (state, place)
            order by s.place""";
    private static final String DUTIES = """
            select null kind, duty state, (select count(*) from (
                select 1 from obligation o where county = :county and o.state = 'OPEN' and o.duty = d.duty limit :cap) c) n
            from unnest(array ['FILE', 'CONFIRM', 'SIGN']) with ordinality d (duty, place)
            order by d.place""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Overview(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is open and overdue in each of the counties, by their codes. */
    public List<CountyWork> work(Collection<String> counties) {
        var counts = Arrays.stream(Work.values())
                .map(work -> "%s open_%s, %s overdue_%2$s".formatted(work.countOpen(), work, work.countOverdue()))
                .collect(Collectors.joining(", "));
        return jdbc.sql("select c.code, " + counts + " from county c where c.code in (:counties) order by c.code")
                .param("counties", counties).param("today", LocalDate.now(clock)).param("cap", Count.CAP + 1)
                .query((row, n) -> {
                    var figures = new EnumMap<Work, CountyWork.Figures>(Work.class);
                    for (var work : Work.values()) {
                        figures.put(work,
                                new CountyWork.Figures(new Count(row.getInt("open_" + work)), new Count(row.getInt("overdue_" + work))));
                    }
                    return new CountyWork(row.getString("code"), figures);
                }).list();
    }

    /** Those of the counties that have not replied to an application in time, by their codes. */
    public List<String> lateInReplying(Collection<String> counties) {
        return jdbc.sql("""
                select code from county c where code in (:counties) and exists (
                    select 1 from filing where county = c.code and kind = 'APPLICATION' and state in ('SUBMITTED', 'ACCEPTED')
                        and due_on < :today)
                order by code""").param("counties", counties).param("today", LocalDate.now(clock)).query(String.class).list();
    }

    /** How many applications of counties were replied to in time in the last {@link #RATE_DAYS} days. */
    public OnTime onTime(Collection<String> counties) {
        return jdbc.sql("""
                select (select count(*) from application where county in (:counties) and replied_at >= :since) replied,
                    (select count(*) from application where county in (:counties) and replied_at >= :since and on_time) in_time,
                    (select count(*) from application where county in (:counties) and closed_at is null and due_on < :today) overdue""")
                .param("counties", counties).param("today", LocalDate.now(clock))
                .param("since", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(RATE_DAYS))
                .query((row, n) -> new OnTime(row.getInt("replied"), row.getInt("in_time"), row.getInt("overdue"))).single();
    }

    /** The filings of a county by kind and state, those that there are. */
    public List<Group> filings(String county) {
        return groups(FILINGS, county);
    }

    /** The checks of a county by state, those that there are. */
    public List<Group> checks(String county) {
        return groups(CHECKS, county);
    }

    /** What firms of a county are still asked to do, by duty in place of the state. */
    public List<Group> duties(String county) {
        return groups(DUTIES, county);
    }

    private List<Group> groups(String sql, String county) {
        return jdbc.sql("select * from (" + sql + ") grouped where n > 0").param("county", county).param("cap", Count.CAP + 1)
                .query((row, n) -> new Group(row.getString("kind"), row.getString("state"), new Count(row.getInt("n")))).list();
    }
}
