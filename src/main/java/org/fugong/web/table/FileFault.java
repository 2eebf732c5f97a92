package org.fugong.web.table;

/** What may be wrong with a file before anything is known of what its table is about. */
public enum FileFault implements TableFault {

    EMPTY, NO_TABLE, OLD_EXCEL, MACROS, TOO_LARGE, ENCODING, QUOTE, SHEETS, TOO_WIDE, LONG_CELL, NO_HEAD, MISSING_COLUMN, TWICE_NAMED,
    TOO_MANY;

    @Override
    public String key() {
        return "table.fault." + name();
    }
}
