package org.fugong.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes rows as a table to download, as a spreadsheet opens it: UTF-8 with a mark, and no cell is taken for a formula. */
public final class CsvDownload {

    private CsvDownload() {
    }

    /** Answers with a table whose rows are handed on one by one, however many there are. */
    public static void write(HttpServletResponse response, String name, List<String> head, Consumer<Consumer<List<String>>> rows)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        var writer = response.getWriter();
        writer.write('\uFEFF');
        var printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        print(printer, head);
        rows.accept(row -> print(printer, row));
        printer.flush();
    }

    private static void print(CSVPrinter printer, List<String> cells) {
        try {
            printer.printRecord(cells.stream().map(CsvDownload::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String harmless(String cell) {
        return cell != null && !cell.isEmpty() && "=+-@＝＋－＠\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
