package org.fugong.verification;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingStep;
import org.fugong.filing.FilingTransition;
import org.fugong.filing.Filings;
import org.fugong.risk.Regime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a verification for each filing that takes effect on being submitted, in the same transaction, for owed items that were not
 * supplied in time, and for what was drawn at random, and lets it lapse with the filing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class VerificationOpening {

    private final Verifications verifications;
    private final Filings filings;
    private final Deadlines deadlines;
    private final Clock clock;

    VerificationOpening(Verifications verifications, Filings filings, Deadlines deadlines, Clock clock) {
        this.verifications = verifications;
        this.filings = filings;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A filing is submitted once, and has no other verification open: the index {@code verification_one_open} holds that. */
    @EventListener
    public void on(FilingStep.Submitted submitted) {
        if (submitted.basis().regime() == Regime.RECORD) {
            open(VerificationTrigger.FILING, submitted.filingId(), submitted.county(), submitted.enterpriseId(), submitted.dueOn());
        }
    }

    /** An application that stands as a commitment is checked as one. */
    @EventListener
    public void on(FilingTransition.TookEffect effective) {
        open(VerificationTrigger.FILING, effective.filingId(), effective.county(), effective.enterpriseId(), effective.dueOn());
    }

    /** What was owed and not supplied in time is looked at; a check of the filing that is open already looks at it, too. */
    @EventListener
    public void on(FilingStep.OwedOverdue overdue) {
        if (verifications.findByFilingIdAndStateIn(overdue.filingId(), VerificationState.OPEN).isEmpty()) {
            var dueOn = deadlines.check(clock.instant());
            open(VerificationTrigger.OWED, overdue.filingId(), overdue.county(), overdue.enterpriseId(), dueOn);
            // it is being saved: it was its own step
            filings.findById(overdue.filingId()).orElseThrow().checked(dueOn);
        }
    }

    /** A filing that was drawn at random is checked by a day; of one that has a check open already {@link Drawn#joined} says so. */
    public Drawn drawn(Filing filing, LocalDate dueOn) {
        var open = verifications.findByFilingIdAndStateIn(filing.id(), VerificationState.OPEN);
        if (open.isPresent()) {
            return new Drawn(open.get().id(), open.get().dueOn(), true);
        }
        var opened = open(VerificationTrigger.DRAWN, filing.id(), filing.county(), filing.enterpriseId(), dueOn);
        filings.save(filing.checked(dueOn));
        return new Drawn(opened.id(), dueOn, false);
    }

    /** Whether a check of the filing is open. */
    public boolean open(Filing filing) {
        return verifications.findByFilingIdAndStateIn(filing.id(), VerificationState.OPEN).isPresent();
    }

    /** The check of a filing that was drawn: whether it had been open before. */
    public record Drawn(long verificationId, LocalDate dueOn, boolean joined) {
    }

    @EventListener({FilingTransition.Withdrawn.class, FilingTransition.Superseded.class, FilingTransition.Ended.class})
    public void onEnd(FilingStep ended) {
        verifications.findByFilingIdAndStateIn(ended.filingId(), VerificationState.OPEN)
                .ifPresent(open -> verifications.save(open.lapse(clock.instant())));
    }

    private Verification open(VerificationTrigger trigger, long filingId, String county, long enterpriseId, LocalDate dueOn) {
        return verifications.save(new Verification(trigger, filingId, county, enterpriseId, dueOn, clock.instant()));
    }
}
