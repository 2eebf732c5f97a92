package org.fugong.filing;

import java.time.Clock;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a filing back, by its own firm; asked for twice, it is taken back once, and while an order stands not at all. */
@Component
public class FilingWithdrawal {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Orders orders;
    private final Clock clock;

    FilingWithdrawal(Filings filings, Enterprises enterprises, Orders orders, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * The filing as it is then.
     *
     * @throws Ordered where the county has ordered something that is still open
     */
    @Transactional
    public Filing withdraw(Actor actor, String no) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var filing = filings.findForUpdateByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
        if (filing.state() == FilingState.WITHDRAWN) {
            return filing;
        }
        if (orders.stands(filing.id())) {
            throw new Ordered();
        }
        return filings.save(filing.withdraw(clock.instant()));
    }

    /** An order about the filing is open, and a withdrawal or a closing would be a way out of it. */
    public static class Ordered extends RuntimeException {
    }
}
