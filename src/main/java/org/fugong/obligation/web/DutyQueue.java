package org.fugong.obligation.web;

import java.time.LocalDate;
import java.util.HashMap;
import org.fugong.filing.Duty;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the firms of a county are asked to do after a change of level, what is due first in front, read page by page. */
@Component
class DutyQueue {

    private static final int SIZE = 50;
    private static final String DUE = "coalesce(due_on, date '9999-12-31')";

    private final JdbcClient jdbc;

    DutyQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One firm that is asked, and about which filing. */
    record Row(long id, String no, String name, Duty duty, LocalDate dueOn) {
    }

    /** The address of this queue from a key on. */
    record Walk() {
        public String link(String direction, String key) {
            return "/desk/obligations?" + direction + "=" + key;
        }
    }

    Page<Row> page(String county, String after, String before) {
        var cursor = Cursor.byDay(after, before);
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("rows", SIZE + 1);
        var read = jdbc
                .sql("""
                        select id, no, name, duty, due_on from obligation join (select id as filing, no, name
                            from filing) f on filing = filing_id
                        where county = :county and state = 'OPEN' and %s %s limit :rows"""
                        .formatted(cursor.condition(DUE, false), cursor.order(DUE, false)))
                .params(parameters)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("no"), row.getString("name"),
                        Duty.valueOf(row.getString("duty")),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        return Page.cut(read, SIZE, cursor, row -> Cursor.key(row.dueOn(), row.id()));
    }
}
