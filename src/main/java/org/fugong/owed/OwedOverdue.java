package org.fugong.owed;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fugong.filing.Filings;
import org.fugong.job.DailyJob;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds each morning what was not supplied by its day, so that the county looks at it: once for each item. */
@Component
public class OwedOverdue implements DailyJob {

    private static final int PIECE = 100;

    private final JdbcClient jdbc;
    private final Filings filings;
    private final Clock clock;

    OwedOverdue(JdbcClient jdbc, Filings filings, Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.clock = clock;
    }

    private record Overdue(long filingId, long enterpriseId) {
    }

    @Override
    public String name() {
        return "owed-overdue";
    }

    @Override
    public LocalTime time() {
        return LocalTime.of(6, 0);
    }

    @Override
    public boolean step(String id) {
        var today = LocalDate.now(clock);
        ends(today);
        var overdue = jdbc.sql("""
                select distinct filing_id, enterprise_id from owed_item
                where state = 'OPEN' and due_on < :today and overdue_at is null order by filing_id limit :piece""")
                .param("today", today).param("piece", PIECE).query(Overdue.class).list();
        overdue.forEach(one -> find(one, today));
        return overdue.size() == PIECE;
    }

    /** What was filed in the moment in which an end was set has no day of it yet. */
    private void ends(LocalDate today) {
        jdbc.sql("""
                select distinct on (province) province, ends_on from epidemic_end where version is not null
                order by province, version desc""")
                .query((row, n) -> Map.entry(row.getString("province"), Optional.ofNullable(row.getObject("ends_on", LocalDate.class))))
                .list().forEach(end -> jdbc.sql(OwedDating.UPDATE).param("end", end.getValue().orElse(null), Types.DATE)
                        .param("province", end.getKey()).param("today", today).update());
    }

    /** The filing is locked first, as by whoever supplies an item of it. */
    private void find(Overdue overdue, LocalDate today) {
        var filing = filings.findForUpdateByIdAndEnterpriseId(overdue.filingId, overdue.enterpriseId).orElseThrow(NotFound::new);
        List<String> codes = jdbc.sql("""
                update owed_item set overdue_at = :now
                where filing_id = :filing and state = 'OPEN' and due_on < :today and overdue_at is null returning code""")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("filing", overdue.filingId)
                .param("today", today).query(String.class).list();
        if (!codes.isEmpty()) {
            filings.save(filing.overdue(codes.stream().sorted().toList()));
        }
    }
}
