package org.fugong.owed;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom an end of the epidemic would make due, and when, before it is set. */
@Component
public class OwedForesight {

    /** How many are shown at once. */
    public static final int SIZE = 50;

    private static final String DATED = """
            select i.id, i.county, i.code, f.no, f.name, i.due_on as before,
                case when cast(:end as date) is not null then greatest(cast(:end as date) + days_after_epidemic, not_before) end as after
            from owed_item i join filing f on f.id = i.filing_id
            where i.province = :province and i.days_after_epidemic is not null and i.state = 'OPEN'\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OwedForesight(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An item of a filing, by which day it is due now, and by which it would be; {@code null} where there is none. */
    public record Line(long id, String county, String code, String no, String name, LocalDate before, LocalDate after) {
    }

    /** How many items would be dated in a county, and how many of them would be overdue at once. */
    public record CountyCount(String county, int items, int overdue) {
    }

    /** By county, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<CountyCount> counties(String province, LocalDate end) {
        return jdbc.sql("select county, count(*) items, count(*) filter (where after < :today) overdue from (" + DATED
                + ") dated group by county order by county")
                .param("end", end, Types.DATE).param("province", province).param("today", LocalDate.now(clock))
                .query(CountyCount.class).list();
    }

    /** Those after an id, with one more than is shown where there are more. */
    @Transactional(readOnly = true)
    public List<Line> lines(String province, LocalDate end, long afterId) {
        return jdbc.sql(DATED + "and i.id > :id order by i.id limit :rows")
                .param("end", end, Types.DATE).param("province", province).param("id", afterId).param("rows", SIZE + 1)
                .query(Line.class).list();
    }
}
