package org.fugong.message;

import java.sql.Types;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The notices of firms and staff: written with their deliveries in the transaction of what they tell of, worded when they are
 * read; in templates {@code @notices}.
 */
@Component("notices")
public class Notices {

    /** A notice that is new, and its delivery by each channel that its reader wants. */
    private static final String DELIVERED = """
            with told as (%s on conflict do nothing returning id, enterprise_id, account_id, sent_at)
            insert into delivery (account_id, channel, notice_id, urgent, state, attempts, due_at, created_at)
            select a.account_id, a.channel, told.id, false, 'WAITING', 0, told.sent_at, told.sent_at
            from told join contact_address a on a.account_id = coalesce(told.account_id,
                (select firm.account_id from enterprise firm where firm.id = told.enterprise_id))
            where a.wanted and a.confirmed_at is not null""";

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final MessageSource messages;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, JsonMapper json, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    /** Sends them; one that a firm has been sent before, by what it is about, is not sent again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Collection<Notice> notices) {
        jdbc.batchUpdate(DELIVERED.formatted("""
                insert into notice (enterprise_id, about, key, arguments, link, sent_at) values (?, ?, ?, cast(? as jsonb), ?, ?)"""),
                notices.stream().map(notice -> new Object[]{notice.enterpriseId(), notice.about(), notice.key(),
                        json.writeValueAsString(notice.arguments()), notice.link(), now()}).toList());
    }

    /** The same for staff: a notice for each account in use. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<StaffNotice> notices) {
        jdbc.batchUpdate(DELIVERED.formatted("""
                insert into notice (account_id, about, key, arguments, link, sent_at)
                select id, ?, ?, cast(? as jsonb), ?, ? from account where role = ? and scope = ? and active and id is distinct from ?"""),
                notices.stream().map(notice -> new Object[]{notice.about(), notice.key(), json.writeValueAsString(notice.arguments()),
                        notice.link(), now(), notice.role().name(), notice.scope(), notice.by()}).toList(),
                new int[]{Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR,
                        Types.VARCHAR, Types.BIGINT});
    }

    /** The same for a single account, of a firm or of staff, about what is its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(long accountId, String about, String key, List<String> arguments, String link) {
        jdbc.update(DELIVERED.formatted("""
                insert into notice (enterprise_id, account_id, about, key, arguments, link, sent_at)
                select firm.id, case when firm.id is null then account.id end, ?, ?, cast(? as jsonb), ?, ?
                from account left join enterprise firm on firm.account_id = account.id where account.id = ?"""),
                about, key, json.writeValueAsString(arguments), link, now(), accountId);
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
        if (argument.startsWith("#")) {
            return messages.getMessage(argument.substring(1), null, argument, locale);
        }
        try {
            return DateTimeFormatter.ofPattern(messages.getMessage("format.day", null, locale), locale).format(LocalDate.parse(argument));
        } catch (DateTimeException e) {
            return argument;
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
