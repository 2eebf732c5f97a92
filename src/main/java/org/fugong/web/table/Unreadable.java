package org.fugong.web.table;

/** A file cannot be read as a table. */
final class Unreadable extends Exception {

    private final transient TableProblem problem;

    Unreadable(TableProblem problem) {
        super(problem.fault().key(), null, false, false);
        this.problem = problem;
    }

    TableProblem problem() {
        return problem;
    }
}
