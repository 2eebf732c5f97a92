package org.fugong.request.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.fugong.request.Demand;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was told of the units of a province's counties: what waits, the oldest first, or what was answered, the newest first. Who
 * told it is looked for, and not shown.
 */
@Component
class RequestQueue {

    private static final int SIZE = 50;
    private static final int PIECE = 200;

    private final JdbcClient jdbc;

    RequestQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(long id, String no, String unit, Demand demand, String county, Instant sentAt, boolean answered) {
    }

    Page<Row> page(String province, RequestFilter filter, Long after) {
        return read(province, filter, after, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<Row> piece(String province, RequestFilter filter, String after) {
        return read(province, filter, after == null ? null : Long.valueOf(after), PIECE);
    }

    private Page<Row> read(String province, RequestFilter filter, Long after, int size) {
        var parameters = new HashMap<String, Object>();
        parameters.put("province", province);
        parameters.put("text", filter.text());
        parameters.put("after", after);
        parameters.put("rows", size + 1);
        var answered = filter.answered();
        var read = jdbc.sql("""
                select r.id, r.no, r.unit, r.demand, r.county, r.sent_at, r.answer is not null as answered
                from request r left join enterprise e on e.id = r.enterprise_id
                where r.province = :province and r.answer is %s and %s and (cast(:after as bigint) is null or r.id %s :after)
                order by r.id %s limit :rows""".formatted(answered ? "not null" : "null",
                SearchText.condition("r.no || '|' || r.unit || '|' || coalesce(e.name || '|' || e.credit_code, '')"),
                answered ? "<" : ">", answered ? "desc" : "asc")).params(parameters)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("no"), row.getString("unit"),
                        Demand.valueOf(row.getString("demand")), row.getString("county"),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getBoolean("answered")))
                .list();
        var rows = List.copyOf(read.subList(0, Math.min(size, read.size())));
        return new Page<>(rows, null, read.size() > size ? String.valueOf(rows.getLast().id()) : null);
    }
}
