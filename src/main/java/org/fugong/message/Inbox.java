package org.fugong.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The notices of whoever is signed in: a firm's are those of all who act for it, an official's or admin's are their own. */
@Component
public class Inbox {

    private static final TypeReference<List<String>> LIST = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LinkedPages pages;
    private final Clock clock;

    Inbox(JdbcClient jdbc, JsonMapper json, LinkedPages pages, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.pages = pages;
        this.clock = clock;
    }

    /** Those before a key, the newest first, for a page. */
    public List<SentNotice> page(Actor reader, long before, int atMost) {
        return linked(reader, jdbc.sql("select * from notice where " + own(reader) + " and id < :before order by id desc limit :most")
                .param("reader", reader.accountId()).param("before", before).param("most", atMost).query(this::sent).list());
    }

    /** Those not read for the home: what has changed in the county in front, then the newest first. */
    public List<SentNotice> foremost(Actor reader, int atMost) {
        return linked(reader, jdbc.sql("select * from notice where " + own(reader) + """
                 and read_at is null
                order by about ~ '^(level-change|list|adaptation):' desc, id desc limit :most""")
                .param("reader", reader.accountId()).param("most", atMost).query(this::sent).list());
    }

    /** How many are not read, counted up to a number. */
    public int unread(Actor reader, int atMost) {
        return jdbc.sql("select count(*) from (select 1 from notice where " + own(reader) + " and read_at is null limit :most) unread")
                .param("reader", reader.accountId()).param("most", atMost).query(Integer.class).single();
    }

    /** Marks one as read, which it stays; empty where the reader has none by that id. */
    @Transactional
    public Optional<SentNotice> read(Actor reader, long id) {
        jdbc.sql("update notice set read_at = :now where id = :id and read_at is null and " + own(reader))
                .param("now", now()).param("id", id).param("reader", reader.accountId()).update();
        return linked(reader, jdbc.sql("select * from notice where id = :id and " + own(reader))
                .param("id", id).param("reader", reader.accountId()).query(this::sent).list()).stream().findFirst();
    }

    /** Marks those that were on a page, up to an id, as read. */
    @Transactional
    public void readUpTo(Actor reader, long id) {
        jdbc.sql("update notice set read_at = :now where id <= :id and read_at is null and " + own(reader))
                .param("now", now()).param("id", id).param("reader", reader.accountId()).update();
    }

    private static String own(Actor reader) {
        return reader.role() == Role.ENTERPRISE
                ? "enterprise_id = (select firm.id from enterprise firm where firm.account_id = :reader)"
                : "account_id = :reader";
    }

    private List<SentNotice> linked(Actor reader, List<SentNotice> sent) {
        var gone = pages.gone(reader, sent.stream().map(SentNotice::link).toList());
        return gone.isEmpty()
                ? sent
                : sent.stream().map(one -> new SentNotice(one.id(), one.key(), one.arguments(), one.link(), one.sentAt(), one.readAt(),
                        gone.contains(one.link()))).toList();
    }

    private SentNotice sent(ResultSet row, int n) throws SQLException {
        var read = row.getObject("read_at", OffsetDateTime.class);
        return new SentNotice(row.getLong("id"), row.getString("key"), json.readValue(row.getString("arguments"), LIST),
                row.getString("link"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(), read == null ? null : read.toInstant(), false);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
