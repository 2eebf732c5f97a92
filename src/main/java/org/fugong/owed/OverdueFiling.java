package org.fugong.owed;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fugong.filing.Filings;
import org.fugong.job.Job;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has the county look at what one filing has not supplied by its day: once for each item. */
@Component
class OverdueFiling implements Job {

    static final String NAME = "owed-overdue-filing";

    private final JdbcClient jdbc;
    private final Filings filings;
    private final Clock clock;

    OverdueFiling(JdbcClient jdbc, Filings filings, Clock clock) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean step(String id) {
        find(Long.parseLong(id));
        return false;
    }

    /** The filing is locked first, as by whoever supplies an item of it. */
    void find(long id) {
        long enterprise = jdbc.sql("select enterprise_id from filing where id = ?").param(id).query(Long.class).single();
        var filing = filings.findForUpdateByIdAndEnterpriseId(id, enterprise).orElseThrow(NotFound::new);
        List<String> codes = jdbc.sql("""
                update owed_item set overdue_at = :now
                where filing_id = :filing and state = 'OPEN' and due_on < :today and overdue_at is null returning code""")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("filing", id)
                .param("today", LocalDate.now(clock)).query(String.class).list();
        if (!codes.isEmpty()) {
            filings.save(filing.overdue(codes.stream().sorted().toList()));
        }
    }
}
