package org.fugong.verification;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a verification stands; {@code REPORTED} means that the firm has answered an order. */
public enum VerificationState {
    PLANNED, RECTIFY, STOP_WORK, REPORTED, PASSED, CLOSED, GUIDANCE;

    /** Those in which somebody still has to act. */
    static final Set<VerificationState> OPEN = Stream.of(values()).filter(VerificationState::open).collect(Collectors.toUnmodifiableSet());

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
