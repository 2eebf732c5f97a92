package org.fugong.obligation.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import org.fugong.filing.Duty;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the firms of a county are asked to do after a change of level, what is due first in front, read page by page. */
@Component
class DutyQueue {

    private static final int SIZE = 50;
    private static final int PIECE = 200;
    private static final String DUE = "coalesce(due_on, date '9999-12-31')";

    private final JdbcClient jdbc;
    private final Clock clock;

    DutyQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One firm that is asked, and about which filing. */
    record Row(long id, String no, String name, String creditCode, Duty duty, LocalDate dueOn) {
    }

    Page<Row> page(String county, DutyFilter filter, String after, String before) {
        return read(county, filter, after, before, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<Row> piece(String county, DutyFilter filter, String after) {
        return read(county, filter, after, null, PIECE);
    }

    private Page<Row> read(String county, DutyFilter filter, String after, String before, int size) {
        var cursor = Cursor.byDay(after, before);
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("rows", size + 1);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("text", filter.text());
        var read = jdbc
                .sql("""
                        select id, no, name, credit_code, duty, due_on from obligation join (select id as filing, no, name, credit_code
                            from filing) f on filing = filing_id
                        where county = :county and state = 'OPEN' and %s and %s and %s %s limit :rows"""
                        .formatted(SearchText.condition("name || '|' || credit_code || '|' || no"),
                                filter.overdue() ? DUE + " < :today" : "true", cursor.condition(DUE, false), cursor.order(DUE, false)))
                .params(parameters)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("no"), row.getString("name"),
                        row.getString("credit_code"), Duty.valueOf(row.getString("duty")),
                        row.getObject("due_on", LocalDate.class)))
                .list();
        return Page.cut(read, size, cursor, row -> Cursor.key(row.dueOn(), row.id()));
    }
}
