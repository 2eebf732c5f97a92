package org.fugong.message;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How everybody wants to be told, each kept by themselves. */
@Component
public class Contacts {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Deliveries deliveries, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** What somebody wants, for one channel; no address where {@code address} is null. */
    public record Wish(String address, boolean wanted) {
    }

    /** Traced without the addresses, which are personal: whether there is one, and whether it is to be used. */
    public record Changed(String login, String action, Map<String, Object> before, Map<String, Object> after) implements Audited {

        @Override
        public String subject() {
            return subjectOf(login);
        }
    }

    public static String subjectOf(String login) {
        return "contact:" + login;
    }

    /** That of an account; in Chinese and without an address where it has said nothing yet. */
    public Contact of(long accountId) {
        var addresses = new EnumMap<Channel, Contact.Address>(Channel.class);
        jdbc.sql("select * from contact_address where account_id = ?").param(accountId)
                .query((row, n) -> addresses.put(Channel.valueOf(row.getString("channel")), new Contact.Address(row.getString("address"),
                        row.getBoolean("wanted"), instant(row.getObject("confirmed_at", OffsetDateTime.class)),
                        instant(row.getObject("failed_at", OffsetDateTime.class)))))
                .list();
        return jdbc.sql("select language, version from contact where account_id = ?").param(accountId)
                .query((row, n) -> new Contact(Language.valueOf(row.getString("language")), row.getInt("version"), addresses)).optional()
                .orElseGet(() -> new Contact(Language.CHINESE, 0, addresses));
    }

    /**
     * Keeps what somebody wants. A new address has to be confirmed; one that was in use before is told that it is no more.
     *
     * @param seen the version on which it was decided
     * @throws OptimisticLockingFailureException where it was changed in between
     */
    @Transactional
    public Contact change(Actor actor, int seen, Language language, Map<Channel, Wish> wishes) {
        var before = of(actor.accountId());
        var kept = jdbc.sql("""
                insert into contact (account_id, language, version) select :account, :language, 1 where :seen = 0
                on conflict (account_id) do nothing""")
                .param("account", actor.accountId()).param("language", language.name()).param("seen", seen).update()
                + jdbc.sql("update contact set language = :language, version = version + 1 where account_id = :account and version = :seen "
                        + "and :seen > 0")
                        .param("account", actor.accountId()).param("language", language.name()).param("seen", seen).update();
        if (kept == 0) {
            throw new OptimisticLockingFailureException("the contact of account " + actor.accountId() + " was changed in between");
        }
        wishes.forEach((channel, wish) -> change(actor, before, channel, wish));
        var after = of(actor.accountId());
        events.publishEvent(new Changed(actor.login(), "contact.changed", traced(before), traced(after)));
        return after;
    }

    private void change(Actor actor, Contact before, Channel channel, Wish wish) {
        var old = before.address(channel);
        if (wish.address() == null) {
            jdbc.sql("delete from contact_address where account_id = ? and channel = ?").params(actor.accountId(), channel.name()).update();
        } else {
            jdbc.sql("""
                    insert into contact_address as kept (account_id, channel, address, wanted)
                    values (:account, :channel, :address, :wanted)
                    on conflict (account_id, channel) do update set address = excluded.address, wanted = excluded.wanted,
                        confirmed_at = case when kept.address = excluded.address then kept.confirmed_at end,
                        failed_at = case when kept.address = excluded.address then kept.failed_at end,
                        code_hash = case when kept.address = excluded.address then kept.code_hash end,
                        code_expires_at = case when kept.address = excluded.address then kept.code_expires_at end""")
                    .param("account", actor.accountId()).param("channel", channel.name()).param("address", wish.address())
                    .param("wanted", wish.wanted()).update();
        }
        // whoever gets at an open screen does not turn the owner's messages elsewhere unnoticed
        old.filter(Contact.Address::confirmed).filter(address -> !address.text().equals(wish.address()))
                .ifPresent(address -> deliveries.message(actor.accountId(), channel, address.text(), "contact.message.replaced"));
    }

    /**
     * Sends a code to an address, in place of an earlier one.
     *
     * @return whether there is an address that is not confirmed
     */
    @Transactional
    public boolean sendCode(Actor actor, Channel channel) {
        var open = of(actor.accountId()).address(channel).filter(address -> !address.confirmed());
        open.ifPresent(address -> {
            var code = OneTimeCode.generate();
            jdbc.sql("""
                    update contact_address set code_hash = :hash, code_expires_at = :until, code_attempts = 0
                    where account_id = :account and channel = :channel""")
                    .param("hash", code.hash(address.text())).param("until", time(clock.instant().plus(OneTimeCode.VALID)))
                    .param("account", actor.accountId()).param("channel", channel.name()).update();
            deliveries.message(actor.accountId(), channel, address.text(), "contact.message.code", code.digits());
        });
        return open.isPresent();
    }

    /** Confirms an address by the code that was sent there; false where it does not fit, is too old, or was guessed at too often. */
    @Transactional
    public boolean confirm(Actor actor, Channel channel, OneTimeCode typed) {
        // counted before it is judged, so that many at once are not more than one after the other
        var hash = jdbc.sql("""
                update contact_address set code_attempts = code_attempts + 1
                where account_id = :account and channel = :channel and code_attempts < :tries and code_expires_at > :now
                returning code_hash, address""")
                .param("account", actor.accountId()).param("channel", channel.name()).param("tries", OneTimeCode.TRIES)
                .param("now", time(clock.instant()))
                .query((row, n) -> typed.fits(row.getString("code_hash"), row.getString("address"))).optional();
        if (hash.filter(fits -> fits).isEmpty()) {
            return false;
        }
        var before = of(actor.accountId());
        jdbc.sql("""
                update contact_address set confirmed_at = :now, failed_at = null, code_hash = null, code_expires_at = null
                where account_id = :account and channel = :channel""")
                .param("now", time(clock.instant())).param("account", actor.accountId()).param("channel", channel.name()).update();
        events.publishEvent(new Changed(actor.login(), "contact.confirmed", traced(before), traced(of(actor.accountId()))));
        return true;
    }

    private static Map<String, Object> traced(Contact contact) {
        var traced = new LinkedHashMap<String, Object>();
        traced.put("language", contact.language());
        contact.addresses().forEach((channel, address) -> traced.put(channel.name(),
                Map.of("confirmed", address.confirmed(), "wanted", address.wanted())));
        return traced;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
