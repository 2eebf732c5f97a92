package org.fugong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A list to download as CSV or as an Excel sheet, read and sent piece by piece, however long it is. A cell is a text, a whole
 * number, a day or null; a text is never taken for a formula.
 */
public final class TableDownload<R> {

    /** A sheet of Excel holds 1,048,576 rows; what is more goes on in the next. */
    private static final int SHEET = 1_000_000;

    private final String name;
    private final boolean sheet;
    private final List<String> head;
    private final Function<R, List<Object>> cells;
    private long rows;

    /** A table of the kind that the address asked for ends in. */
    public TableDownload(HttpServletRequest request, String name, List<String> head, Function<R, List<Object>> cells) {
        this.name = name;
        this.sheet = request.getRequestURI().endsWith(".xlsx");
        this.head = head;
        this.cells = cells;
    }

    /** How many rows have been sent, also where sending them broke off. */
    public long rows() {
        return rows;
    }

    /** Sends all pages of a list, each asked for by the key where it begins, the first by null. */
    public void send(HttpServletResponse response, Function<String, Page<R>> pages) throws IOException {
        if (sheet) {
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
            response.setHeader("Cache-Control", "no-store");
            sendSheets(response, pages);
        } else {
            CsvDownload.write(response, name + ".csv", head,
                    csv -> each(pages, row -> csv.accept(row.stream().map(cell -> Objects.toString(cell, "")).toList()), () -> {
                    }));
        }
    }

    private void sendSheets(HttpServletResponse response, Function<String, Page<R>> pages) throws IOException {
        try (var book = new Workbook(response.getOutputStream(), "Fugong", "1.0")) {
            var sheets = new Sheets(book);
            each(pages, sheets::write, sheets::flush);
            sheets.current.finish();
        }
    }

    private void each(Function<String, Page<R>> pages, Consumer<List<Object>> out, Runnable afterPage) {
        String key = null;
        do {
            var page = pages.apply(key);
            page.rows().forEach(row -> {
                out.accept(cells.apply(row));
                rows++;
            });
            afterPage.run();
            key = page.after();
        } while (key != null);
    }

    /** The sheets of a book, of which only the last is open. */
    private final class Sheets {

        private final Workbook book;
        private Worksheet current;
        private int line;
        private int number;

        Sheets(Workbook book) {
            this.book = book;
            begin();
        }

        private void begin() {
            current = book.newWorksheet(String.valueOf(++number));
            line = 0;
            write(List.copyOf(head));
        }

        private void write(List<Object> row) {
            if (line == SHEET) {
                finish();
                begin();
            }
            for (int column = 0; column < row.size(); column++) {
                switch (row.get(column)) {
                    case null -> {
                    }
                    case Integer figure -> current.value(line, column, figure);
                    case LocalDate day -> {
                        current.value(line, column, day);
                        current.style(line, column).format("yyyy-mm-dd").set();
                    }
                    // not among the shared strings, which are kept until the end
                    case Object text -> current.inlineString(line, column, text.toString());
                }
            }
            line++;
        }

        private void flush() {
            try {
                current.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void finish() {
            try {
                current.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
