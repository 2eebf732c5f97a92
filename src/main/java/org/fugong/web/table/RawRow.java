package org.fugong.web.table;

import org.fugong.web.Typed;

/** A row of a file, before it is known which column means what. */
interface RawRow {

    /** As a spreadsheet counts rows, from 1. */
    int number();

    int width();

    /** What the cell shows; empty beyond the width. */
    String text(int at);

    /** What the cell shows, where it holds a time; a spreadsheet keeps times as numbers of days. */
    String moment(int at);

    default boolean holdsSomething() {
        for (int at = 0; at < width(); at++) {
            if (!Typed.isBlank(text(at))) {
                return true;
            }
        }
        return false;
    }
}
