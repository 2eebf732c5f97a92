package org.fugong.owed;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fugong.job.DailyJob;
import org.fugong.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks each morning for what was not supplied by its day. The county is told of each filing by a job of its own, so that one that
 * fails holds up no other.
 */
@Component
public class OwedOverdue implements DailyJob {

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final OverdueFiling overdue;
    private final Clock clock;

    OwedOverdue(JdbcClient jdbc, Jobs jobs, OverdueFiling overdue, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.overdue = overdue;
        this.clock = clock;
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
        overdue(today).forEach(filing -> jobs.at(OverdueFiling.NAME, filing.toString(), clock.instant()));
        return false;
    }

    /** The same in the transaction of whoever asks, and at once; gives the filings. */
    public List<Long> findNow() {
        var today = LocalDate.now(clock);
        ends(today);
        var found = overdue(today);
        found.forEach(overdue::find);
        return found;
    }

    private List<Long> overdue(LocalDate today) {
        return jdbc.sql("""
                select distinct filing_id from owed_item
                where state = 'OPEN' and due_on < :today and overdue_at is null order by filing_id""").param("today", today)
                .query(Long.class).list();
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
}
