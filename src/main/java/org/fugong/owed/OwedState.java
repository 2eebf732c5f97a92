package org.fugong.owed;

import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;

/**
 * What has become of an item that was owed when its filing was submitted: it waits with an application for the reply, is open, was
 * supplied, is no more than advice since the county came to low risk, or ended with its filing.
 */
public enum OwedState {
    WAITING, OPEN, SUPPLIED, ADVICE, VOID;

    static OwedState of(Filing filing, String code) {
        if (filing.supplied(code) != null) {
            return SUPPLIED;
        }
        if (filing.owesAdvice()) {
            return ADVICE;
        }
        if (!filing.state().live()) {
            return VOID;
        }
        return filing.state().undecided() ? WAITING : OPEN;
    }
}
