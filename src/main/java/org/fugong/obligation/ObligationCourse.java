package org.fugong.obligation;

import java.time.Clock;
import org.fugong.filing.Duty;
import org.fugong.filing.FilingStep;
import org.fugong.filing.FilingTransition;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends what a firm is asked to do as soon as it has done it, or the filing that it was asked about is no more. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ObligationCourse {

    private final Obligations obligations;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ObligationCourse(Obligations obligations, JdbcTemplate jdbc, Clock clock) {
        this.obligations = obligations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A filing for the same site is what was asked for; what was asked about one that stands beside it until the reply is asked on. */
    @EventListener
    public void on(FilingStep.Submitted submitted) {
        // mostly nothing was asked for, so that only the ids are read at first
        jdbc.queryForList("""
                select obligation.id from obligation join filing on filing.site_id = obligation.site_id
                where filing.id = ? and obligation.state = 'OPEN' and duty = 'FILE' order by obligation.id""", Long.class,
                submitted.filingId()).stream().map(id -> obligations.findById(id).orElseThrow())
                .forEach(open -> obligations.save(open.fulfil(clock.instant())));
    }

    /** What was asked about a filing is settled by the one that takes its place; that there is one was what was asked for of a notice. */
    @EventListener
    public void on(FilingTransition.Superseded superseded) {
        obligations.findByFilingIdAndState(superseded.filingId(), Obligation.State.OPEN).stream()
                .filter(open -> open.duty() != Duty.FILE).forEach(open -> obligations.save(open.lapse(clock.instant())));
    }

    @EventListener
    public void on(FilingTransition.TookEffect effective) {
        obligations.findByFilingIdAndState(effective.filingId(), Obligation.State.OPEN)
                .forEach(open -> obligations.save(open.fulfil(clock.instant())));
    }

    /** There is nothing left to be done about the filing. */
    @EventListener({FilingTransition.Withdrawn.class, FilingTransition.Ended.class, FilingTransition.Permitted.class,
            FilingTransition.Refused.class})
    public void onEnd(FilingStep ended) {
        obligations.findByFilingIdAndState(ended.filingId(), Obligation.State.OPEN)
                .forEach(open -> obligations.save(open.lapse(clock.instant())));
    }
}
