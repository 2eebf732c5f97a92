package org.fugong.verification.web;

import java.time.LocalDate;
import org.fugong.filing.FilingKind;
import org.fugong.verification.VerificationState;

/** One verification in the queue. */
record VerificationRow(long id, String no, String name, String creditCode, FilingKind kind, String industry, Integer plannedStaff,
        VerificationState state,
        LocalDate dueOn) {
}
