package org.fugong.filing;

import java.time.Clock;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a filing back, by its own firm; asked for twice, it is taken back once. */
@Component
public class FilingWithdrawal {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Clock clock;

    FilingWithdrawal(Filings filings, Enterprises enterprises, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.clock = clock;
    }

    @Transactional
    public Filing withdraw(Actor actor, String no) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var filing = filings.findForUpdateByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
        return filing.state() == FilingState.WITHDRAWN ? filing : filings.save(filing.withdraw(clock.instant()));
    }
}
