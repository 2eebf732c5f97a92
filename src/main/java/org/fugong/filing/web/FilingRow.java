package org.fugong.filing.web;

import java.time.Instant;
import java.time.LocalDate;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.web.Dates;

/** One filing in the queue of its county. */
record FilingRow(long id, String no, String name, String creditCode, FilingKind kind, String industry, Integer plannedStaff,
        FilingState state, int owed, int supplied, LocalDate dueOn, LocalDate queueOn, boolean green, Instant submittedAt) {

    /** The state in the words of the desk, where a filing in force that something is due for is being checked. */
    public String shown() {
        return state == FilingState.EFFECTIVE && dueOn != null ? "EFFECTIVE.due" : state.name();
    }

    public LocalDate submittedOn() {
        return LocalDate.ofInstant(submittedAt, Dates.ZONE);
    }
}
