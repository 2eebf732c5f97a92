package org.fugong.verification;

import java.util.EnumSet;
import java.util.Set;
import org.fugong.filing.Orders;
import org.springframework.stereotype.Component;

/** Knows whether a verification has ordered something that is not closed yet. */
@Component
class StandingOrders implements Orders {

    private static final Set<VerificationState> ORDERED = EnumSet.of(VerificationState.RECTIFY, VerificationState.STOP_WORK,
            VerificationState.REPORTED);

    private final Verifications verifications;

    StandingOrders(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public boolean stands(long filingId) {
        return verifications.findByFilingIdAndStateIn(filingId, ORDERED).isPresent();
    }
}
