package org.fugong.enterprise;

import java.time.Clock;
import org.fugong.account.AccountOpening;
import org.fugong.account.AccountOpening.LoginTaken;
import org.fugong.account.Role;
import org.springframework.stereotype.Component;

/** Registers an enterprise together with its account, whose sign-in name is the credit code. */
@Component
public class Registration {

    private final AccountOpening accounts;
    private final Enterprises enterprises;
    private final Clock clock;

    Registration(AccountOpening accounts, Enterprises enterprises, Clock clock) {
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    /**
     * Both or nothing.
     *
     * @throws AlreadyRegistered where the code has an account, also when two register it at the same moment: the
     *         unique login lets the second one wait for the first and then refuses it
     */
    public Enterprise register(CreditCode creditCode, Particulars particulars, String password) {
        try {
            return accounts.open(creditCode.value(), password, particulars.name(), Role.ENTERPRISE, null,
                    account -> enterprises.save(Enterprise.register(account.id(), creditCode, particulars, clock.instant())));
        } catch (LoginTaken e) {
            throw new AlreadyRegistered();
        }
    }
}
