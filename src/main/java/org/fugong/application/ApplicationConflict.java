package org.fugong.application;

import org.springframework.dao.OptimisticLockingFailureException;

/** What was asked for is not possible now, for this reason; nothing was done, and the page says what is. */
public class ApplicationConflict extends OptimisticLockingFailureException {

    /** Why it is not possible. */
    public enum Problem {
        /** The filing is in another state by now. */
        MOVED_ON,
        /** It has changed since its page was opened. */
        CHANGED,
        /** Another department leads, or was asked. */
        NOT_YOURS,
        /** Departments have not given their opinions yet. */
        OPINIONS_MISSING,
        /** A department disagrees, so that it cannot be permitted. */
        DISAGREED,
        /** The one correction was asked for already. */
        CORRECTED_ALREADY,
        /** The round of corrections that is answered is over. */
        ROUND_OVER,
        /** An order about the filing whose place it would take is open. */
        ORDERED,
        /** The county is at low risk, where nothing is decided. */
        LOW_RISK
    }

    private final Problem problem;

    ApplicationConflict(Problem problem) {
        super("an application cannot be dealt with: " + problem);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
