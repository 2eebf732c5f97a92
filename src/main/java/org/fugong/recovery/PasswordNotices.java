package org.fugong.recovery;

import java.time.Clock;
import java.util.List;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.message.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever owns an account that its password was changed, by whichever way: who did not do it learns of it. */
@Component
class PasswordNotices {

    private final Notices notices;
    private final Accounts accounts;
    private final Clock clock;

    PasswordNotices(Notices notices, Accounts accounts, Clock clock) {
        this.notices = notices;
        this.accounts = accounts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Account.PasswordChanged changed) {
        accounts.findByLogin(changed.login()).ifPresent(account -> notices.tell(account.id(), "password:" + clock.instant(),
                "notice.password-changed", List.of(), "/account/password"));
    }
}
