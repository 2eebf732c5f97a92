package org.fugong.verification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fugong.calendar.WorkingDays;
import org.fugong.filing.FilingKind;
import org.fugong.verification.VerificationState;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.fugong.web.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The verifications of a county, what is due first in front, read page by page. */
@Component
class VerificationQueue {

    private static final int SIZE = 50;
    private static final int PIECE = 200;
    private static final String DUE = "coalesce(due_on, date '9999-12-31')";
    private static final String FROM = """
            from (select v.id, v.county, v.state, v.due_on, f.no, f.name, f.credit_code, f.kind, f.industry, f.planned_staff
                  from verification v join filing f on f.id = v.filing_id
                  where v.county = :county and v.state in (:states)
                    and (cast(:before as date) is null or v.due_on < :before)
                    and %s) row
            """.formatted(SearchText.condition("f.name || '|' || f.credit_code || '|' || f.no"));

    private final JdbcClient jdbc;
    private final WorkingDays days;
    private final Clock clock;

    VerificationQueue(JdbcClient jdbc, WorkingDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    Page<VerificationRow> page(String county, VerificationFilter filter, Cursor cursor) {
        return read(county, filter, cursor, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<VerificationRow> piece(String county, VerificationFilter filter, String after) {
        return read(county, filter, Cursor.byDay(after, null), PIECE);
    }

    private Page<VerificationRow> read(String county, VerificationFilter filter, Cursor cursor, int size) {
        var parameters = parameters(county, filter);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("size", size + 1);
        var read = jdbc.sql("select * " + FROM + "where " + cursor.condition(DUE, false) + " "
                + cursor.order(DUE, false) + " limit :size")
                .params(parameters)
                .query((row, n) -> new VerificationRow(row.getLong("id"), row.getString("no"), row.getString("name"),
                        row.getString("credit_code"),
                        FilingKind.valueOf(row.getString("kind")), row.getString("industry"), row.getObject("planned_staff", Integer.class),
                        VerificationState.valueOf(row.getString("state")), row.getObject("due_on", LocalDate.class)))
                .list();
        return Page.cut(read, size, cursor, row -> Cursor.key(row.dueOn(), row.id()));
    }

    Tally tally(String county, VerificationFilter filter) {
        var parameters = parameters(county, filter);
        var today = LocalDate.now(clock);
        parameters.put("today", today);
        parameters.put("soon", days.after(today, 2));
        parameters.put("cap", Tally.CAP + 1);
        return jdbc.sql("""
                select count(*) filter (where due_on < :today) overdue,
                       count(*) filter (where due_on between :today and :soon) soon, count(*) counted
                from (select due_on %s order by %s, id limit :cap) counted""".formatted(FROM, DUE))
                .params(parameters)
                .query((row, n) -> new Tally(row.getInt("overdue"), row.getInt("soon"), row.getInt("counted")))
                .single();
    }

    private Map<String, Object> parameters(String county, VerificationFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("states", filter.states().stream().map(Enum::name).toList());
        parameters.put("before", filter.overdue() ? LocalDate.now(clock) : null);
        parameters.put("text", filter.text());
        return parameters;
    }
}
