package org.fugong.account;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a password that was right by the present kind of hash, where it was kept by an older one; no session ends by that. */
@Component
class PasswordUpgrade {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PasswordUpgrade(Accounts accounts, PasswordEncoder passwords, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
    }

    void of(Account account, String password) {
        if (!passwords.upgradeEncoding(account.passwordHash())) {
            return;
        }
        String hash;
        try {
            hash = passwords.encode(password);
        } catch (SignIn.Busy e) {
            return; // the next sign-in does it
        }
        transaction.executeWithoutResult(status -> {
            if (accounts.rehash(account.id(), account.passwordHash(), hash) > 0) {
                events.publishEvent(new Account.Rehashed(account.login()));
            }
        });
    }
}
