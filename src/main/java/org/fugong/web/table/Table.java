package org.fugong.web.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A table as it was uploaded: the rows below its head that hold something, and what is wrong with it as a table; where it cannot be
 * read there are no rows. What a spreadsheet writes is understood: XLSX, CSV and text with tabs, in the encodings they come in.
 */
public record Table<C extends Enum<C>>(List<Row<C>> rows, List<TableProblem> problems) {

    /** Columns that a table may have, those included that are not read. */
    static final int WIDEST = 256;

    /** Characters that a cell of Excel can hold. */
    private static final int LONGEST_CELL = 32_767;

    /** A row with its number in the file; a cell is one line without white space around it. */
    public record Row<C extends Enum<C>>(int number, Map<C, String> heads, Map<C, String> cells) {

        public String cell(C column) {
            return cells.get(column);
        }

        /** What is wrong in a cell of this row. */
        public TableProblem problem(C column, TableFault fault, String detail) {
            return new TableProblem(number, column, heads.get(column), fault, cells.get(column), detail);
        }
    }

    /** Reads a table of at most so many rows below the head; of one that has more it reads these, and says so. */
    public static <C extends Enum<C>> Table<C> read(byte[] file, TableColumns<C> columns, int most) {
        try {
            var raw = TableFile.read(file, TableColumns.HEAD_ROWS + most + 1,
                    rows -> columns.head(rows).map(TableColumns.Head::columns).orElse(0));
            for (var row : raw) {
                check(row);
            }
            if (raw.isEmpty()) {
                throw new Unreadable(TableProblem.ofFile(FileFault.EMPTY, ""));
            }
            var first = raw.getFirst();
            var head = columns.head(raw).orElseThrow(
                    () -> new Unreadable(new TableProblem(first.number(), null, "", FileFault.NO_HEAD, line(first.text(0)), "")));
            var problems = columns.problems(head);
            return problems.isEmpty() ? below(head, raw, columns, most) : new Table<>(List.of(), problems);
        } catch (Unreadable e) {
            return new Table<>(List.of(), List.of(e.problem()));
        }
    }

    private static void check(RawRow row) throws Unreadable {
        if (row.width() > WIDEST) {
            throw new Unreadable(TableProblem.ofRow(row.number(), FileFault.TOO_WIDE, String.valueOf(WIDEST)));
        }
        for (int at = 0; at < row.width(); at++) {
            if (row.text(at).length() > LONGEST_CELL) {
                throw new Unreadable(TableProblem.ofRow(row.number(), FileFault.LONG_CELL, ""));
            }
        }
    }

    private static <C extends Enum<C>> Table<C> below(TableColumns.Head<C> head, List<RawRow> raw, TableColumns<C> columns, int most) {
        var heads = new EnumMap<C, String>(head.places().keySet().iterator().next().getDeclaringClass());
        head.places().keySet().forEach(column -> heads.put(column, head.text(column)));
        var below = raw.subList(raw.indexOf(head.row()) + 1, raw.size());
        var rows = below.stream().limit(most).map(row -> {
            var cells = new EnumMap<C, String>(heads);
            head.places().forEach((column, places) -> cells.put(column,
                    line(columns.ofMoments(column) ? row.moment(places.getFirst()) : row.text(places.getFirst()))));
            return new Row<>(row.number(), heads, cells);
        }).toList();
        return new Table<>(rows, below.size() > most
                ? List.of(TableProblem.ofRow(below.get(most).number(), FileFault.TOO_MANY, String.valueOf(most)))
                : List.of());
    }

    /** A line break in a cell is there for the width of the column only. */
    static String line(String cell) {
        return cell.replaceAll("[\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
