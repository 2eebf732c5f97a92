package org.fugong.filing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.calendar.WorkingDays;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.Industry;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.web.Cursor;
import org.fugong.web.Dates;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.fugong.web.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The filings of a county, what is due first, of key classes before all others, or what is newest in front, read page by page. */
@Component
class FilingQueue {

    private static final int SIZE = 50;
    private static final int PIECE = 200;

    /** Of a key class. */
    private static final String GREEN = "coalesce(subject ->> 'keyClass', 'GENERAL') <> 'GENERAL'";

    /** What is due of key classes first, the rest of what is due a thousand years behind it; as the index {@code filing_desk_green}. */
    private static final String DUE = "case when due_on is null then date '9999-12-31' when " + GREEN
            + " then due_on else due_on + 365000 end";

    private final JdbcClient jdbc;
    private final Industries industries;
    private final WorkingDays days;
    private final Clock clock;

    FilingQueue(JdbcClient jdbc, Industries industries, WorkingDays days, Clock clock) {
        this.jdbc = jdbc;
        this.industries = industries;
        this.days = days;
        this.clock = clock;
    }

    /** A page from the keys that the address names. */
    Page<FilingRow> page(String county, FilingFilter filter, String after, String before) {
        return read(county, filter, after, before, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<FilingRow> piece(String county, FilingFilter filter, String after) {
        return read(county, filter, after, null, PIECE);
    }

    private Page<FilingRow> read(String county, FilingFilter filter, String after, String before, int size) {
        var newest = filter.newest();
        var cursor = newest ? Cursor.byMoment(after, before) : Cursor.byDay(after, before);
        var column = newest ? "submitted_at" : DUE;
        var parameters = new HashMap<String, Object>();
        var where = where(county, filter, parameters);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("rows", size + 1);
        var read = jdbc
                .sql("""
                        select id, no, name, credit_code, kind, industry, planned_staff, state,
                            jsonb_array_length(owed) - jsonb_array_length(supplied) owed_items,
                            jsonb_array_length(supplied) supplied_items, due_on, %s queue_on, %s green, submitted_at
                        from filing where %s and %s %s limit :rows""".formatted(DUE, GREEN, where, cursor.condition(column, newest),
                        cursor.order(column, newest)))
                .params(parameters)
                .query((row, n) -> new FilingRow(row.getLong("id"), row.getString("no"), row.getString("name"),
                        row.getString("credit_code"),
                        FilingKind.valueOf(row.getString("kind")), row.getString("industry"), row.getObject("planned_staff", Integer.class),
                        FilingState.valueOf(row.getString("state")), row.getInt("owed_items"), row.getInt("supplied_items"),
                        row.getObject("due_on", LocalDate.class), row.getObject("queue_on", LocalDate.class), row.getBoolean("green"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant()))
                .list();
        return Page.cut(read, size, cursor, row -> newest ? Cursor.key(row.submittedAt(), row.id()) : Cursor.key(row.queueOn(), row.id()));
    }

    Tally tally(String county, FilingFilter filter) {
        var today = LocalDate.now(clock);
        var parameters = new HashMap<String, Object>(Map.of("today", today, "soon", days.after(today, 2), "cap", Tally.CAP + 1));
        return jdbc.sql("""
                select count(*) filter (where due_on < :today) overdue,
                       count(*) filter (where due_on between :today and :soon) soon, count(*) counted
                from (select due_on from filing where %s order by %s, id limit :cap) counted"""
                .formatted(where(county, filter, parameters), DUE))
                .params(parameters)
                .query((row, n) -> new Tally(row.getInt("overdue"), row.getInt("soon"), row.getInt("counted")))
                .single();
    }

    /** The conditions of the filters in use, each with its parameter; the county always comes first. */
    private String where(String county, FilingFilter filter, Map<String, Object> parameters) {
        var where = new StringBuilder("county = :county and state <> 'DRAFT'");
        filter.used().forEach((field, value) -> {
            var condition = switch (field) {
                case "q" -> "search_text(name || '|' || credit_code || '|' || no) like :q";
                case "state" -> switch (value) {
                    case FilingFilter.OPEN -> "due_on is not null";
                    case FilingFilter.UNCHECKED -> "due_on is not null and state not in ('SUBMITTED', 'ACCEPTED')";
                    default -> "state = :state";
                };
                case "industry" -> "industry in (:industry)";
                case "due" -> "due_on < :due";
                case "from" -> "submitted_at >= :from";
                case "to" -> "submitted_at < :to";
                case "county", "order" -> "true";
                default -> field + " = :" + field;
            };
            where.append(" and ").append(condition);
            parameters.put(field, parameter(field, value, filter));
        });
        parameters.put("county", county);
        return where.toString();
    }

    private Object parameter(String field, String value, FilingFilter filter) {
        return switch (field) {
            case "q" -> SearchText.pattern(value);
            case "industry" -> divisions(value);
            case "due" -> LocalDate.now(clock);
            case "from" -> filter.fromDay().atStartOfDay(Dates.ZONE).toOffsetDateTime();
            case "to" -> filter.toDay().plusDays(1).atStartOfDay(Dates.ZONE).toOffsetDateTime();
            default -> value;
        };
    }

    /** A division itself, or those of a section, which no filing need have. */
    private List<String> divisions(String code) {
        var divisions = industries.divisionsOf(code).stream().map(Industry::code).toList();
        return divisions.isEmpty() ? List.of(code) : divisions;
    }
}
