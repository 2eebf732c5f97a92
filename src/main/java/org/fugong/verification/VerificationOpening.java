package org.fugong.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.fugong.filing.FilingStep;
import org.fugong.risk.Regime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens a verification for each filing that takes effect on being submitted, in the same transaction, and lets it lapse with the filing. */
@Component
public class VerificationOpening {

    private static final Set<VerificationState> OPEN = EnumSet.of(VerificationState.PLANNED, VerificationState.RECTIFY,
            VerificationState.STOP_WORK, VerificationState.REPORTED);

    private final Verifications verifications;
    private final Clock clock;

    VerificationOpening(Verifications verifications, Clock clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    /** A second event for the same filing finds the verification open and does nothing. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingStep.Submitted submitted) {
        if (submitted.basis().regime() == Regime.RECORD) {
            open(submitted.filingId(), submitted.county(), submitted.enterpriseId(), submitted.dueOn());
        }
    }

    /** An application that stands as a commitment is checked as one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingStep.TookEffect effective) {
        open(effective.filingId(), effective.county(), effective.enterpriseId(), effective.dueOn());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingStep.Withdrawn withdrawn) {
        lapse(withdrawn.filingId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingStep.Superseded superseded) {
        lapse(superseded.filingId());
    }

    private void open(long filingId, String county, long enterpriseId, LocalDate dueOn) {
        if (verifications.findByFilingIdAndStateIn(filingId, OPEN).isEmpty()) {
            verifications.save(new Verification(filingId, county, enterpriseId, dueOn, clock.instant()));
        }
    }

    private void lapse(long filingId) {
        verifications.findByFilingIdAndStateIn(filingId, OPEN)
                .ifPresent(open -> verifications.save(open.lapse(clock.instant())));
    }
}
