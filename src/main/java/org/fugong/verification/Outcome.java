package org.fugong.verification;

/** How a check ends: 通过, 限期整改, 责令停工, or advice in a county of low risk. */
public enum Outcome {
    PASSED, RECTIFY, STOP_WORK, GUIDANCE;

    /** Whether the firm is told to do something. */
    public boolean orders() {
        return this == RECTIFY || this == STOP_WORK;
    }
}
