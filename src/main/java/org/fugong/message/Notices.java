package org.fugong.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The notices of firms: sent in the transaction of what they tell of, worded when they are read; in templates {@code @notices}. */
@Component("notices")
public class Notices {

    private static final TypeReference<List<String>> LIST = new TypeReference<>() {
    };

    private final JdbcTemplate jdbc;
    private final JdbcClient reading;
    private final JsonMapper json;
    private final MessageSource messages;
    private final LinkedPages pages;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, JdbcClient reading, JsonMapper json, MessageSource messages, LinkedPages pages, Clock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.json = json;
        this.messages = messages;
        this.pages = pages;
        this.clock = clock;
    }

    /** Sends them; one that a firm has been sent before, by what it is about, is not sent again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Collection<Notice> notices) {
        var now = now();
        jdbc.batchUpdate("""
                insert into notice (enterprise_id, about, key, arguments, link, sent_at) values (?, ?, ?, cast(? as jsonb), ?, ?)
                on conflict (enterprise_id, about) do nothing""", notices.stream().map(notice -> new Object[]{notice.enterpriseId(),
                notice.about(), notice.key(), json.writeValueAsString(notice.arguments()), notice.link(), now}).toList());
    }

    /** Those of a firm before a key, the newest first, for a page. */
    public List<SentNotice> of(long enterpriseId, long before, int atMost) {
        return linked(enterpriseId, reading.sql("select * from notice where enterprise_id = ? and id < ? order by id desc limit ?")
                .params(enterpriseId, before, atMost).query(this::sent).list());
    }

    /** Those that a firm has not read, the newest first. */
    public List<SentNotice> unread(long enterpriseId, int atMost) {
        return reading.sql("select * from notice where enterprise_id = ? and read_at is null order by id desc limit ?")
                .params(enterpriseId, atMost).query(this::sent).list();
    }

    /** Those that a firm has not read for its home: what has changed in its county in front, then the newest first. */
    public List<SentNotice> foremost(long enterpriseId, int atMost) {
        return linked(enterpriseId, reading.sql("""
                select * from notice where enterprise_id = ? and read_at is null
                order by about ~ '^(level-change|list|adaptation):' desc, id desc limit ?""")
                .params(enterpriseId, atMost).query(this::sent).list());
    }

    /** Marks one of a firm's notices as read, which it stays; empty where the firm has none by that id. */
    @Transactional
    public Optional<SentNotice> read(long enterpriseId, long id) {
        reading.sql("update notice set read_at = ? where id = ? and enterprise_id = ? and read_at is null").params(now(), id, enterpriseId)
                .update();
        return linked(enterpriseId,
                reading.sql("select * from notice where id = ? and enterprise_id = ?").params(id, enterpriseId).query(this::sent).list())
                .stream().findFirst();
    }

    /** Marks those that the firm has seen on a page, up to an id, as read. */
    @Transactional
    public void readUpTo(long enterpriseId, long id) {
        reading.sql("update notice set read_at = ? where enterprise_id = ? and id <= ? and read_at is null").params(now(), enterpriseId, id)
                .update();
    }

    /** What a notice says, before it is sent too. */
    public String text(String key, List<String> arguments, Locale locale) {
        return messages.getMessage(key, arguments.stream().map(argument -> shown(argument, locale)).toArray(), locale);
    }

    /** The same in the language of the reader. */
    public String text(String key, List<String> arguments) {
        return text(key, arguments, LocaleContextHolder.getLocale());
    }

    private String shown(String argument, Locale locale) {
        try {
            return DateTimeFormatter.ofPattern(messages.getMessage("format.day", null, locale), locale).format(LocalDate.parse(argument));
        } catch (DateTimeException e) {
            return argument;
        }
    }

    private List<SentNotice> linked(long enterpriseId, List<SentNotice> sent) {
        var gone = pages.gone(enterpriseId, sent.stream().map(SentNotice::link).toList());
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
