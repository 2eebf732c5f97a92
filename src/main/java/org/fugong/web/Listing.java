package org.fugong.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list as its page draws it: what it is called, its columns, and what of a row stands in each of them. */
public final class Listing<R> {

    private final String caption;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Function<R, Cell>> cells = new ArrayList<>();

    public Listing(String caption) {
        this.caption = caption;
    }

    /** The heading of a column; figures stand at its right. */
    public record Heading(String title, boolean figures) {
    }

    /** The list with its rows in words, ready to be drawn; two that are equal look the same. */
    public record Table(String caption, List<Heading> headings, List<List<Cell>> rows) {
    }

    public Listing<R> column(String title, Function<R, Cell> cell) {
        headings.add(new Heading(title, false));
        cells.add(cell);
        return this;
    }

    /** A column of numbers or dates. */
    public Listing<R> figures(String title, Function<R, String> text) {
        headings.add(new Heading(title, true));
        cells.add(row -> Cell.of(text.apply(row)));
        return this;
    }

    public Table table(List<R> rows) {
        return new Table(caption, List.copyOf(headings), rows.stream()
                .map(row -> cells.stream().map(cell -> cell.apply(row)).toList()).toList());
    }
}
