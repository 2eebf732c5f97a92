package org.fugong.account;

import java.time.Clock;
import org.fugong.region.Regions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts and sets passwords. */
@Component
public class AccountOpening {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Regions regions;
    private final Clock clock;

    AccountOpening(Accounts accounts, PasswordEncoder passwords, Regions regions, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @throws LoginTaken where the login has an account already
     * @throws IllegalArgumentException where the scope does not fit the role
     */
    @Transactional
    public Account open(String login, String password, String name, Role role, String scope) {
        requireFit(role, scope);
        if (accounts.existsByLogin(login)) {
            throw new LoginTaken();
        }
        try {
            return accounts.saveAndFlush(new Account(login, passwords.encode(password), name, role, scope, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw new LoginTaken();
        }
    }

    /** Gives whoever is signed in another password; every session ends, so the one at hand is to be established anew. */
    @Transactional
    public void changePassword(Actor actor, String password) {
        accounts.findByLogin(actor.login())
                .ifPresent(account -> accounts.save(account.changePassword(passwords.encode(password), clock.instant())));
    }

    void requireFit(Role role, String scope) {
        boolean fits = switch (role) {
            case ENTERPRISE -> scope == null;
            case OFFICIAL, COUNTY_ADMIN -> regions.served(scope).isPresent();
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
