package org.fugong.application.web;

import java.time.LocalDate;
import org.fugong.account.Department;
import org.fugong.filing.FilingState;

/**
 * An application, or the task of a department, in its queue.
 *
 * @param id         of the filing, or of the opinion
 * @param department who leads, or who is asked
 * @param missing    how many departments have not given their opinions yet
 */
record QueueRow(long id, String no, String name, String creditCode, String industry, Integer plannedStaff, FilingState state,
        Department department,
        boolean green, boolean joint, int missing, LocalDate dueOn, LocalDate queueOn) {
}
