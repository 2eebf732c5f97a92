package org.fugong.web.table;

/** A kind of problem that a table may have, in the file or in a cell. */
public interface TableFault {

    /** The key of its text, which may use the detail of a {@link TableProblem} as its argument. */
    String key();
}
