package org.fugong.recovery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.fugong.account.AccountOpening;
import org.fugong.message.CodeLimit;
import org.fugong.message.OneTimeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets a forgotten password anew by a code. Nobody learns from it which accounts there are: what is asked for is the same row
 * whether there is one or not, a job looks for the account afterwards, and a code that fits nothing is answered like a wrong one.
 */
@Component
public class PasswordReset {

    private static final int PER_LOGIN = 5;
    private static final int PER_ADDRESS = 100;

    private final JdbcClient jdbc;
    private final AccountOpening accounts;
    private final CodeLimit limit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PasswordReset(JdbcClient jdbc, AccountOpening accounts, CodeLimit limit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.limit = limit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Asks for a code for whoever has a login.
     *
     * @param remote the address of the computer that it is asked from
     * @return the key of what was asked, which the asking browser keeps
     * @throws CodeLimit.TooManyCodes where it was asked too often within an hour, for the login or from the address
     */
    public UUID ask(String login, String remote) {
        limit.count("reset from " + remote, PER_ADDRESS);
        limit.count("reset of " + login, PER_LOGIN);
        var id = UUID.randomUUID();
        var now = clock.instant();
        jdbc.sql("insert into password_reset (id, login, asked_at, expires_at) values (:id, :login, :now, :until)")
                .param("id", id).param("login", login).param("now", time(now)).param("until", time(now.plus(OneTimeCode.VALID))).update();
        return id;
    }

    /**
     * Sets the password where the code is the one that was sent; every session of the account ends.
     *
     * @return whether it did; not where the code is wrong, too old, used or guessed at too often, or was never sent
     */
    public boolean set(UUID id, OneTimeCode typed, String password) {
        // a slow hash, before the transaction that marks the code as used: of two at once only one does
        return accountOf(id, typed).filter(account -> accounts.setPassword(account, password, () -> use(id))).isPresent();
    }

    private boolean use(UUID id) {
        return jdbc.sql("update password_reset set used_at = :now where id = :id and used_at is null")
                .param("now", time(clock.instant())).param("id", id).update() == 1;
    }

    /** Counted before it is judged, so that many tries at once are not more than one after the other. */
    private Optional<Long> accountOf(UUID id, OneTimeCode typed) {
        return transaction.execute(status -> jdbc.sql("""
                update password_reset set attempts = attempts + 1
                where id = :id and attempts < :tries and expires_at > :now and used_at is null returning account_id, code_hash""")
                .param("id", id).param("tries", OneTimeCode.TRIES).param("now", time(clock.instant()))
                .query((row, n) -> typed.fits(row.getString("code_hash") == null ? "" : row.getString("code_hash"), id.toString())
                        ? row.getLong("account_id")
                        : null)
                .optional());
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
