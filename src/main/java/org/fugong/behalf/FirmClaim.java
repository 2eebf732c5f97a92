package org.fugong.behalf;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fugong.account.Account;
import org.fugong.account.AccountOpening;
import org.fugong.audit.Audited;
import org.fugong.message.CodeLimit;
import org.fugong.message.OneTimeCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A firm claims the account that a county has entered for it, by its credit code and a code that is sent to its mobile. Nobody learns
 * from it which firms there are: what is asked for is the same row whether there is one or not, and a code that fits nothing is answered
 * like a wrong one.
 */
@Component
public class FirmClaim {

    private static final int PER_FIRM = 5;
    private static final int PER_ADDRESS = 100;

    private final JdbcClient jdbc;
    private final AccountOpening accounts;
    private final CodeLimit limit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirmClaim(JdbcClient jdbc, AccountOpening accounts, CodeLimit limit, TransactionTemplate transaction, ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.limit = limit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** A firm has its account in its own hands. */
    public record Claimed(long enterpriseId, String county) implements Audited {
        @Override
        public String action() {
            return "enterprise.claimed";
        }

        @Override
        public String subject() {
            return "enterprise:" + enterpriseId;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of();
        }
    }

    /**
     * Asks for a code for the firm with a credit code.
     *
     * @param remote the address of the computer that it is asked from
     * @return the key of what was asked, which the asking browser keeps
     * @throws CodeLimit.TooManyCodes where it was asked too often within an hour, for the firm or from the address
     */
    public UUID ask(String creditCode, String remote) {
        limit.count("claim from " + remote, PER_ADDRESS);
        limit.count("claim of " + creditCode, PER_FIRM);
        var id = UUID.randomUUID();
        var now = clock.instant();
        jdbc.sql("insert into firm_claim (id, credit_code, asked_at, expires_at) values (:id, :code, :now, :until)")
                .param("id", id).param("code", creditCode).param("now", time(now)).param("until", time(now.plus(OneTimeCode.VALID)))
                .update();
        return id;
    }

    /**
     * Gives the account its first password that the firm knows, where the code is the one that was sent.
     *
     * @return whether it did; not where the code is wrong, too old, used or guessed at too often, or was never sent
     */
    public boolean claim(UUID id, OneTimeCode typed, String password) {
        // a slow hash, before the transaction that marks the code as used: of two at once only one does
        return accountOf(id, typed).filter(account -> accounts.setPassword(account, password, () -> use(id))).isPresent();
    }

    /** By whichever way the firm got a password, at the desk, say: from then on the account is its own. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Account.PasswordChanged changed) {
        jdbc.sql("""
                update behalf_firm set claimed_at = :now from enterprise e
                where e.id = enterprise_id and e.credit_code = :login and claimed_at is null returning enterprise_id, county""")
                .param("now", time(clock.instant())).param("login", changed.login()).query(Claimed.class).optional()
                .ifPresent(events::publishEvent);
    }

    private boolean use(UUID id) {
        return jdbc.sql("update firm_claim set used_at = :now where id = :id and used_at is null")
                .param("now", time(clock.instant())).param("id", id).update() == 1;
    }

    /** Counted before it is judged, so that many tries at once are not more than one after the other. */
    private Optional<Long> accountOf(UUID id, OneTimeCode typed) {
        record Sent(String hash, Long account) {
        }
        return transaction.execute(status -> jdbc
                .sql("""
                            update firm_claim c set attempts = attempts + 1
                            where id = :id and attempts < :tries and expires_at > :now and used_at is null
                            returning coalesce(code_hash, '') as hash, (
                        select e.account_id from behalf_firm b join enterprise e on e.id = b.enterprise_id
                                where b.enterprise_id = c.enterprise_id and b.claimed_at is null) as account""")
                .param("id", id).param("tries", OneTimeCode.TRIES).param("now", time(clock.instant())).query(Sent.class).optional()
                .filter(sent -> typed.fits(sent.hash, id.toString())).map(Sent::account));
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
