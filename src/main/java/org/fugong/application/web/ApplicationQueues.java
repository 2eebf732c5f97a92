package org.fugong.application.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fugong.account.Department;
import org.fugong.calendar.WorkingDays;
import org.fugong.filing.FilingState;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.fugong.web.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open applications of a county, and the open tasks of its departments: the green channel first, then what is due first. */
@Component
class ApplicationQueues {

    private static final int SIZE = 50;
    private static final int PIECE = 200;
    private static final String NARROWED = "and (cast(:before as date) is null or %1$s.due_on < :before) and "
            + SearchText.condition("f.name || '|' || f.credit_code || '|' || f.no");
    private static final String APPLICATIONS = """
            from (select a.filing_id id, f.no, f.name, f.credit_code, f.industry, f.planned_staff, a.state, a.lead department, a.green,
                         a.joint, a.due_on, a.queue_on,
                         (select count(*) from opinion o where o.filing_id = a.filing_id and o.state = 'OPEN') missing
                  from application a join filing f on f.id = a.filing_id
                  where a.county = :county and a.closed_at is null %s %s %s) row
            """;
    private static final String OPINIONS = """
            from (select o.id, f.no, f.name, f.credit_code, f.industry, f.planned_staff, f.state, o.department, o.green, a.joint, o.due_on,
                         o.queue_on, 0 missing
                  from opinion o join application a on a.filing_id = o.filing_id join filing f on f.id = o.filing_id
                  where o.county = :county and o.state = 'OPEN' %s %s) row
            """;

    private final JdbcClient jdbc;
    private final WorkingDays days;
    private final Clock clock;

    ApplicationQueues(JdbcClient jdbc, WorkingDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    Page<QueueRow> applications(String county, ApplicationFilter filter, Cursor cursor) {
        return read(applications(filter), county, filter, cursor, SIZE);
    }

    Page<QueueRow> opinions(String county, ApplicationFilter filter, Cursor cursor) {
        return read(opinions(filter), county, filter, cursor, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<QueueRow> pieceOfApplications(String county, ApplicationFilter filter, String after) {
        return read(applications(filter), county, filter, Cursor.byDay(after, null), PIECE);
    }

    Page<QueueRow> pieceOfOpinions(String county, ApplicationFilter filter, String after) {
        return read(opinions(filter), county, filter, Cursor.byDay(after, null), PIECE);
    }

    Tally tallyOfApplications(String county, ApplicationFilter filter) {
        return tally(applications(filter), county, filter);
    }

    Tally tallyOfOpinions(String county, ApplicationFilter filter) {
        return tally(opinions(filter), county, filter);
    }

    /** What is not narrowed does not stand in it, so that each choice is read by the index that it stands in. */
    private static String applications(ApplicationFilter filter) {
        return APPLICATIONS.formatted(filter.chosenDepartment() == null ? "" : "and a.lead between :department and :department",
                filter.chosenState() == null ? "" : "and a.state between :state and :state", NARROWED.formatted("a"));
    }

    private static String opinions(ApplicationFilter filter) {
        return OPINIONS.formatted(filter.chosenDepartment() == null ? "" : "and o.department between :department and :department",
                NARROWED.formatted("o"));
    }

    /**
     * What a queue is narrowed to, as the index begins with it: it stands in the order and as a range. With an equality the planner,
     * which is not told the value, may as well walk the queue of all until it has met enough, or to the end where there is nothing.
     */
    private static String first(ApplicationFilter filter) {
        return filter.chosenDepartment() != null ? "department" : filter.chosenState() != null ? "state" : null;
    }

    private static String statement(String from, ApplicationFilter filter, Cursor cursor) {
        var first = first(filter);
        var direction = cursor.back() ? "desc" : "asc";
        var after = first == null || cursor.start()
                ? cursor.condition("queue_on", false)
                : "(%s, queue_on, id) %s (:%1$s, :first, :id)".formatted(first, cursor.back() ? "<" : ">");
        return "select * %swhere %s order by %squeue_on %s, id %4$s limit :size".formatted(from, after,
                first == null ? "" : first + " " + direction + ", ", direction);
    }

    private Page<QueueRow> read(String from, String county, ApplicationFilter filter, Cursor cursor, int size) {
        var parameters = parameters(county, filter);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("size", size + 1);
        var read = jdbc.sql(statement(from, filter, cursor)).params(parameters)
                .query((row, n) -> new QueueRow(row.getLong("id"), row.getString("no"), row.getString("name"),
                        row.getString("credit_code"), row.getString("industry"),
                        row.getObject("planned_staff", Integer.class), FilingState.valueOf(row.getString("state")),
                        Department.valueOf(row.getString("department")), row.getBoolean("green"), row.getBoolean("joint"),
                        row.getInt("missing"), row.getObject("due_on", LocalDate.class), row.getObject("queue_on", LocalDate.class)))
                .list();
        return Page.cut(read, size, cursor, row -> Cursor.key(row.queueOn(), row.id()));
    }

    private Tally tally(String from, String county, ApplicationFilter filter) {
        var parameters = parameters(county, filter);
        var today = LocalDate.now(clock);
        parameters.put("today", today);
        parameters.put("soon", days.after(today, 2));
        parameters.put("cap", Tally.CAP + 1);
        return jdbc.sql("""
                select count(*) filter (where due_on < :today) overdue,
                       count(*) filter (where due_on between :today and :soon) soon, count(*) counted
                from (select due_on %s order by %squeue_on, id limit :cap) counted""".formatted(from,
                first(filter) == null ? "" : first(filter) + ", ")).params(parameters)
                .query((row, n) -> new Tally(row.getInt("overdue"), row.getInt("soon"), row.getInt("counted"))).single();
    }

    private Map<String, Object> parameters(String county, ApplicationFilter filter) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("state", filter.chosenState());
        parameters.put("department", filter.chosenDepartment());
        parameters.put("before", filter.overdue() ? LocalDate.now(clock) : null);
        parameters.put("text", filter.text());
        return parameters;
    }
}
