package org.fugong.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fugong.filing.Orders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Knows what verifications have ordered that is not closed yet, and which are announced. */
@Component
class StandingOrders implements Orders {

    private static final String QUERY = """
            select f.no, f.site_id, v.outcome, v.state, v.due_on from verification v join filing f on f.id = v.filing_id
            where v.state in ('RECTIFY', 'STOP_WORK', 'REPORTED') and\s""";

    private final JdbcTemplate jdbc;

    StandingOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<StandingOrder> about(long filingId) {
        return jdbc.query(QUERY + "v.filing_id = ?", StandingOrders::order, filingId).stream().findFirst();
    }

    @Override
    public List<StandingOrder> of(long enterpriseId) {
        return jdbc.query(QUERY + "v.enterprise_id = ? order by v.due_on, v.id", StandingOrders::order, enterpriseId);
    }

    @Override
    public List<AnnouncedCheck> announced(long enterpriseId) {
        return jdbc.query("""
                select f.no, f.site_id, v.due_on from verification v join filing f on f.id = v.filing_id
                where v.enterprise_id = ? and v.state = 'PLANNED' and (v.opened_for <> 'FILING' or f.regime <> 'RECORD')
                order by v.due_on, v.id""",
                (row, n) -> new AnnouncedCheck(row.getString("no"), row.getLong("site_id"), row.getObject("due_on", LocalDate.class)),
                enterpriseId);
    }

    private static StandingOrder order(ResultSet row, int n) throws SQLException {
        var answered = row.getString("state").equals(VerificationState.REPORTED.name());
        return new StandingOrder(row.getString("no"), row.getLong("site_id"), Kind.valueOf(row.getString("outcome")), answered,
                answered ? null : row.getObject("due_on", LocalDate.class));
    }
}
