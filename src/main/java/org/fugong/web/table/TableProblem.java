package org.fugong.web.table;

/**
 * What is wrong in a table: in which row of the file (0: with the file as a whole), in which column ({@code null}: in none), how
 * the file heads that column (empty where it does not), what stands there, and what there is to say about it beyond the kind.
 */
public record TableProblem(int row, Enum<?> column, String head, TableFault fault, String text, String detail) {

    private static final int LONGEST = 40;

    public TableProblem {
        head = cut(head);
        text = cut(text);
    }

    static TableProblem ofFile(TableFault fault, String detail) {
        return ofRow(0, fault, detail);
    }

    static TableProblem ofRow(int row, TableFault fault, String detail) {
        return new TableProblem(row, null, "", fault, "", detail);
    }

    private static String cut(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return (end < text.length() ? text.substring(0, end) + "…" : text).replaceAll("\\p{Cntrl}", " ");
    }
}
