package org.fugong.behalf.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.behalf.EntryChannel;
import org.fugong.filing.FilingKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a county has entered for firms, the newest first; of the hotline each clerk finds the own entries. */
@Component
class EntryQueue {

    static final int SIZE = 50;

    private final JdbcClient jdbc;

    EntryQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry: the number of its filing is null while it is a draft. */
    record Row(long id, String no, String name, FilingKind kind, EntryChannel channel, String by, Instant at, boolean claimed) {
    }

    /** Those before an id, with one more than is shown where there are more. */
    List<Row> before(Actor reader, long id) {
        var own = reader.role() == Role.HOTLINE ? reader.accountId() : null;
        return jdbc.sql("""
                select b.id, f.no, e.name, f.kind, b.channel, a.name as official, b.entered_at, c.claimed_at is not null as claimed
                from behalf_entry b join filing f on f.id = b.filing_id join enterprise e on e.id = b.enterprise_id
                join behalf_firm c on c.enterprise_id = b.enterprise_id join account a on a.id = b.entered_by
                where b.county = :county and (cast(:own as bigint) is null or b.entered_by = :own) and b.id < :id
                order by b.id desc limit :rows""").param("county", reader.scope()).param("own", own).param("id", id)
                .param("rows", SIZE + 1)
                .query((row, n) -> new Row(row.getLong("id"), row.getString("no"), row.getString("name"),
                        FilingKind.valueOf(row.getString("kind")), EntryChannel.valueOf(row.getString("channel")),
                        row.getString("official"), row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("claimed")))
                .list();
    }
}
