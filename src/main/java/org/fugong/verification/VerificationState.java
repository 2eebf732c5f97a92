package org.fugong.verification;

/** Where a verification stands; {@code REPORTED} means that the firm has answered an order. */
public enum VerificationState {
    PLANNED, RECTIFY, STOP_WORK, REPORTED, PASSED, CLOSED, GUIDANCE;

    /** Whether somebody still has to act. */
    public boolean open() {
        return this == PLANNED || ordered();
    }

    /** Whether an order stands. */
    public boolean ordered() {
        return awaitsFirm() || this == REPORTED;
    }

    /** Whether the firm has an order to answer. */
    public boolean awaitsFirm() {
        return this == RECTIFY || this == STOP_WORK;
    }
}
