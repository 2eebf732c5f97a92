package org.fugong.filing;

import java.time.Clock;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a filing 办结 because the work has ended, by its own firm; asked for twice, it ends once. What was still to be done about
 * it is settled with it: an open check lapses, what the firm was asked to do is asked no longer, what it owed is due no longer.
 */
@Component
public class FilingClosing {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Orders orders;
    private final Clock clock;

    FilingClosing(Filings filings, Enterprises enterprises, Orders orders, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * The filing as it is then.
     *
     * @throws NotFound where it is another firm's
     * @throws FilingWithdrawal.Ordered where the county has ordered something that is still open
     * @throws Filing.Overtaken where it is in a state that does not allow it
     */
    @Transactional
    public Filing close(Actor actor, String no) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var filing = filings.findForUpdateByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
        if (filing.state() == FilingState.ENDED) {
            return filing;
        }
        if (orders.stands(filing.id())) {
            throw new FilingWithdrawal.Ordered();
        }
        return filings.save(filing.end(clock.instant()));
    }
}
