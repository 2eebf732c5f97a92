package org.fugong.behalf.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.behalf.EntryChannel;
import org.fugong.filing.FilingKind;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a county has entered for firms, the newest first; of the hotline each clerk finds the own entries. */
@Component
class EntryQueue {

    private static final int SIZE = 50;
    private static final int PIECE = 200;

    private final JdbcClient jdbc;

    EntryQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry: the number of its filing is null while it is a draft. */
    record Row(long id, String no, String name, String creditCode, FilingKind kind, EntryChannel channel, String by, Instant at,
            boolean claimed) {
    }

    Page<Row> page(Actor reader, EntryFilter filter, Long before) {
        return read(reader, filter, before, SIZE);
    }

    /** A longer page, for a list that is read to its end. */
    Page<Row> piece(Actor reader, EntryFilter filter, String before) {
        return read(reader, filter, before == null ? null : Long.valueOf(before), PIECE);
    }

    private Page<Row> read(Actor reader, EntryFilter filter, Long before, int size) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", reader.scope());
        parameters.put("own", reader.role() == Role.HOTLINE ? reader.accountId() : null);
        parameters.put("text", filter.text());
        parameters.put("before", before == null ? Long.MAX_VALUE : before);
        parameters.put("rows", size + 1);
        var read = jdbc.sql("""
                select b.id, f.no, e.name, e.credit_code, f.kind, b.channel, a.name as official, b.entered_at,
                    c.claimed_at is not null as claimed
                from behalf_entry b join filing f on f.id = b.filing_id join enterprise e on e.id = b.enterprise_id
                join behalf_firm c on c.enterprise_id = b.enterprise_id join account a on a.id = b.entered_by
                where b.county = :county and (cast(:own as bigint) is null or b.entered_by = :own) and b.id < :before and %s
                order by b.id desc limit :rows"""
                .formatted(SearchText.condition("e.name || '|' || e.credit_code || '|' || coalesce(f.no, '')"))).params(parameters)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("no"), row.getString("name"), row.getString("credit_code"),
                        FilingKind.valueOf(row.getString("kind")), EntryChannel.valueOf(row.getString("channel")),
                        row.getString("official"), row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("claimed")))
                .list();
        var rows = List.copyOf(read.subList(0, Math.min(size, read.size())));
        return new Page<>(rows, null, read.size() > size ? String.valueOf(rows.getLast().id()) : null);
    }
}
