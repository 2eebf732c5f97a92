package org.fugong.owed.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.fugong.owed.OwedState;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What firms owe, and have supplied: of a county page by page, what is due first in front; of a firm; of a province in figures. */
@Component
class OwedQueue {

    private static final int SIZE = 50;
    private static final int PIECE = 200;
    /** A firm with more than these has them in front that are due first. */
    private static final int OF_A_FIRM = 200;

    private static final String ROWS = """
            select owed_item.id, owed_item.state, code, owed_item.due_on, days_after_epidemic, supplied_on, overdue_at is not null overdue,
                no, name, credit_code, site, list_id, adaptation_id, owed_item.county
            from owed_item join (select id as filing, no, name, credit_code, subject ->> 'site' as site, list_id, adaptation_id
                from filing) f on filing = filing_id\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    OwedQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An item that a filing owes or owed.
     *
     * @param dueOn         null while it is not known
     * @param afterEpidemic after how many days from the end of the epidemic it is due; null where it does not wait for that
     * @param checked       whether its day has passed, and the county was to look
     */
    record Row(long id, OwedState state, String code, LocalDate dueOn, Integer afterEpidemic, LocalDate suppliedOn, boolean checked,
            String no,
            String name, String creditCode, String site, long listId, Long adaptationId, String county) {

        /** The page on which the firm supplies it. */
        public String place() {
            return "/my/filings/" + no + "/owed/" + code;
        }
    }

    /** How much is open in a county, how much of it overdue, and how much was supplied. */
    record CountyFigures(String county, int open, int overdue, int supplied) {
    }

    Page<Row> page(String county, OwedFilter filter, String after, String before) {
        return read(county, filter, after, before, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<Row> piece(String county, OwedFilter filter, String after) {
        return read(county, filter, after, null, PIECE);
    }

    private Page<Row> read(String county, OwedFilter filter, String after, String before, int size) {
        var cursor = Cursor.byDay(after, before);
        var day = filter.supplied() ? "coalesce(supplied_on, date '9999-12-31')" : "coalesce(due_on, date '9999-12-31')";
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("rows", size + 1);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("text", filter.text());
        var read = jdbc.sql(ROWS + "where county = :county and state = '%s' and %s and %s and %s %s limit :rows".formatted(
                filter.supplied() ? OwedState.SUPPLIED : OwedState.OPEN,
                SearchText.condition("name || '|' || credit_code || '|' || no"), filter.overdue() ? day + " < :today" : "true",
                cursor.condition(day, filter.supplied()),
                cursor.order(day, filter.supplied()))).params(parameters).query(OwedQueue::row).list();
        return Page.cut(read, size, cursor, row -> Cursor.key(filter.supplied() ? row.suppliedOn() : row.dueOn(), row.id()));
    }

    /** What a firm owes, what is due first in front, then what it has supplied. */
    List<Row> ofFirm(long enterpriseId) {
        return jdbc.sql(ROWS + """
                where enterprise_id = ? and state <> 'VOID'
                order by state = 'SUPPLIED', coalesce(due_on, date '9999-12-31'), id limit ?""").params(enterpriseId, OF_A_FIRM)
                .query(OwedQueue::row).list();
    }

    /** Of each county of a province that has any. */
    List<CountyFigures> ofProvince(String province) {
        return jdbc.sql("""
                select county, count(*) filter (where state = 'OPEN') open,
                    count(*) filter (where state = 'OPEN' and due_on < :today) overdue, count(*) filter (where state = 'SUPPLIED') supplied
                from owed_item where province = :province and state in ('OPEN', 'SUPPLIED') group by county""")
                .param("today", LocalDate.now(clock)).param("province", province).query(CountyFigures.class).list();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getLong("id"), OwedState.valueOf(row.getString("state")), row.getString("code"),
                row.getObject("due_on", LocalDate.class), row.getObject("days_after_epidemic", Integer.class),
                row.getObject("supplied_on", LocalDate.class), row.getBoolean("overdue"), row.getString("no"), row.getString("name"),
                row.getString("credit_code"), row.getString("site"), row.getLong("list_id"), row.getObject("adaptation_id", Long.class),
                row.getString("county"));
    }
}
