package org.fugong.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** A table to download that every spreadsheet opens: CSV in UTF-8 with its mark, and nothing in it that is run as a formula. */
public final class Spreadsheet {

    private Spreadsheet() {
    }

    /** Writes all rows, read piece by piece: each piece is asked for with the last row of the one before, at first null. */
    public static <T> void write(HttpServletResponse response, String file, List<String> header, Function<T, List<T>> pieces,
            Function<T, List<String>> cells) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        var out = response.getWriter();
        out.write('\uFEFF');
        try (var table = CSVFormat.RFC4180.print(out)) {
            table.printRecord(header);
            for (var piece = pieces.apply(null); !piece.isEmpty(); piece = pieces.apply(piece.getLast())) {
                for (var row : piece) {
                    table.printRecord(cells.apply(row).stream().map(Spreadsheet::plain));
                }
            }
        }
    }

    /** A spreadsheet takes what begins like this for a formula, unless a quote stands before it. */
    static String plain(String cell) {
        return Stream.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠").anyMatch(cell.stripLeading()::startsWith)
                || cell.startsWith("\t") || cell.startsWith("\r") || cell.startsWith("\n") ? "'" + cell : cell;
    }
}
