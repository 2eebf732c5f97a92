package org.fugong.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fugong.job.FrequentJob;
import org.fugong.message.Channel;
import org.fugong.message.Channels;
import org.fugong.message.Contacts;
import org.fugong.message.Deliveries;
import org.fugong.message.OneTimeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for the account of each reset that was asked for, and sends a code to every address that its owner has confirmed. */
@Component
class PasswordResetJob implements FrequentJob {

    /** How long what was asked is kept after it has lapsed, to answer for it. */
    private static final Duration KEPT = Duration.ofDays(30);

    private record Asked(UUID id, String login) {
    }

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Channels channels;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordResetJob(JdbcClient jdbc, Contacts contacts, Channels channels, Deliveries deliveries, TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.channels = channels;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "password-resets";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean step(String id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var next = jdbc.sql("""
                    update password_reset set prepared = true where id = (select id from password_reset where not prepared
                        order by asked_at limit 1 for update skip locked) returning id, login""")
                    .query((row, n) -> new Asked(row.getObject("id", UUID.class), row.getString("login"))).optional();
            next.ifPresentOrElse(this::send, this::forget);
            return next.isPresent();
        }));
    }

    private void send(Asked asked) {
        jdbc.sql("select id from account where login = ? and active").param(asked.login()).query(Long.class).optional()
                .ifPresent(account -> {
                    var code = OneTimeCode.generate();
                    var addresses = contacts.of(account).addresses();
                    addresses.entrySet().stream().filter(one -> one.getValue().confirmed() && channels.offers(one.getKey()))
                            .forEach(one -> send(asked, account, one.getKey(), one.getValue().text(), code));
                });
    }

    private void send(Asked asked, long account, Channel channel, String address, OneTimeCode code) {
        jdbc.sql("update password_reset set account_id = :account, code_hash = :hash where id = :id").param("account", account)
                .param("hash", code.hash(asked.id().toString())).param("id", asked.id()).update();
        deliveries.message(account, channel, address, "recovery.message.code", code.digits());
    }

    private void forget() {
        jdbc.sql("delete from password_reset where expires_at < ?")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC)).update();
    }
}
