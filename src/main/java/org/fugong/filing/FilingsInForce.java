package org.fugong.filing;

import java.time.Instant;
import java.util.Optional;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a site has in force beside an application that waits for its reply. It stands until then: the application takes its place
 * when it is permitted or takes effect, and leaves it where it is otherwise. Only a notice of low risk, which permits nothing, ends
 * with an application that comes to nothing.
 */
@Component
public class FilingsInForce {

    private final Filings filings;
    private final Orders orders;
    private final RiskLevels levels;

    FilingsInForce(Filings filings, Orders orders, RiskLevels levels) {
        this.filings = filings;
        this.orders = orders;
        this.levels = levels;
    }

    /** What its site has in force beside a filing that is not in force itself, or not yet. */
    public Optional<Filing> beside(Filing filing) {
        return filing.state().inForce() ? Optional.empty() : filings.findBySiteIdAndStateIn(filing.siteId(), FilingState.IN_FORCE);
    }

    /** The application that waits beside a filing in force. */
    public Optional<Filing> waiting(Filing filing) {
        return filing.state().inForce() ? filings.findBySiteIdAndStateIn(filing.siteId(), FilingState.UNDECIDED) : Optional.empty();
    }

    /** Whether an order stands that nothing may take the place of. */
    public boolean ordered(Filing filing) {
        return filing.state() == FilingState.SUSPENDED || orders.stands(filing.id());
    }

    /**
     * Takes what is in force away for an application that is about to be permitted or to take effect; of a site one is in force.
     *
     * @throws FilingWithdrawal.Ordered where the county has ordered something about it that is still open
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Filing replacedBy(Filing application, Instant now) {
        beside(application).ifPresent(former -> {
            if (ordered(former)) {
                throw new FilingWithdrawal.Ordered();
            }
            filings.saveAndFlush(former.supersede(application, now));
            application.inherit(former);
        });
        return application;
    }

    /** A firm that only ever told that it works was to file, and has not got what it applied for. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(FilingTransition transition) {
        if (transition.to().declined() || transition.to() == FilingState.WITHDRAWN) {
            var ended = filings.findById(transition.filingId()).orElseThrow();
            if (ended.kind() == FilingKind.APPLICATION && levels.now(ended.county()).regime() != Regime.NOTICE) {
                beside(ended).filter(former -> former.kind() == FilingKind.NOTICE)
                        .ifPresent(notice -> filings.save(notice.supersede(ended, ended.updatedAt())));
            }
        }
    }
}
