package org.fugong.verification;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody was faster: the verification is no longer in the state that the actor saw. */
public class VerificationOvertaken extends OptimisticLockingFailureException {

    VerificationOvertaken() {
        super("the verification has moved on");
    }
}
