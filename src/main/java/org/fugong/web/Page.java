package org.fugong.web;

import java.util.List;
import java.util.function.Function;

/** A page of a list that is walked by key: its rows, and the keys to go back from and on from, null where there is nothing. */
public record Page<T>(List<T> rows, String before, String after) {

    /** Cuts a page from what was read in the direction of the cursor: a row more than fits tells that there is more. */
    public static <T> Page<T> cut(List<T> read, int size, Cursor cursor, Function<T, String> key) {
        var more = read.size() > size;
        var rows = more ? read.subList(0, size) : read;
        if (rows.isEmpty()) {
            return new Page<>(List.of(), null, null);
        }
        if (cursor.back()) {
            rows = rows.reversed();
        }
        var earlier = cursor.back() ? more : !cursor.start();
        var later = cursor.back() || more;
        return new Page<>(List.copyOf(rows), earlier ? key.apply(rows.getFirst()) : null, later ? key.apply(rows.getLast()) : null);
    }
}
