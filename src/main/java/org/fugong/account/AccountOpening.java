package org.fugong.account;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.fugong.region.Regions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens accounts and sets passwords. */
@Component
public class AccountOpening {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountOpening(Accounts accounts, PasswordEncoder passwords, Regions regions, TransactionTemplate transaction, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.regions = regions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @throws LoginTaken where the login has an account already
     * @throws IllegalArgumentException where the scope does not fit the role
     * @throws SignIn.Busy where too many passwords are being hashed
     */
    public Account open(String login, String password, String name, Role role, String scope) {
        return open(login, password, name, role, scope, account -> account);
    }

    /** The same together with what belongs to the account: both or nothing. */
    public <T> T open(String login, String password, String name, Role role, String scope, Function<Account, T> rest) {
        requireFit(role, scope);
        if (accounts.existsByLogin(login)) {
            throw new LoginTaken();
        }
        // a slow hash: before the transaction, so that no connection is held meanwhile
        var hash = passwords.encode(password);
        return transaction.execute(status -> rest.apply(write(new Account(login, hash, name, role, scope, clock.instant()))));
    }

    private Account write(Account account) {
        try {
            return accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw new LoginTaken();
        }
    }

    /** Gives whoever is signed in another password; every session ends, so the one at hand is to be established anew. */
    public void changePassword(Actor actor, String password) {
        var hash = passwords.encode(password);
        transaction.executeWithoutResult(status -> accounts.findByLogin(actor.login())
                .ifPresent(account -> accounts.save(account.changePassword(hash, clock.instant()))));
    }

    /**
     * Gives an account another password, whose owner has proven by other means who it is; every session of it ends.
     *
     * @param allowed asked in the same transaction; where it says no, nothing is changed
     * @return whether it was changed, which an account that was closed meanwhile is not
     */
    public boolean setPassword(long accountId, String password, BooleanSupplier allowed) {
        var hash = passwords.encode(password);
        return Boolean.TRUE.equals(transaction.execute(status -> allowed.getAsBoolean() && accounts.findById(accountId)
                .filter(Account::active).map(account -> accounts.save(account.changePassword(hash, clock.instant()))).isPresent()));
    }

    void requireFit(Role role, String scope) {
        boolean fits = switch (role) {
            case ENTERPRISE -> scope == null;
            case OFFICIAL, HOTLINE, COUNTY_ADMIN -> regions.served(scope).isPresent();
            case PROVINCE_ADMIN -> regions.provinces().stream().anyMatch(province -> province.code().equals(scope));
        };
        if (!fits) {
            throw new IllegalArgumentException(role + " cannot have the scope " + scope);
        }
    }

    /** The login has an account already. */
    public static class LoginTaken extends RuntimeException {
    }
}
