package org.fugong.web.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads a table from text: UTF-8, UTF-16 or GB18030, its cells set apart by whatever a spreadsheet sets them apart with. */
final class TextRows {

    private static final CSVFormat CSV = CSVFormat.EXCEL.builder().setLenientEof(false).setTrailingData(false).get();
    private static final List<String> SEPARATORS = List.of(",", "\t", ";", "，");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextRows() {
    }

    private record TextRow(int number, List<String> cells) implements RawRow {

        static TextRow of(CSVRecord line) {
            int width = line.size();
            while (width > 0 && line.get(width - 1).isBlank()) {
                width--;
            }
            return new TextRow((int) line.getRecordNumber(), IntStream.range(0, width).mapToObj(line::get).toList());
        }

        @Override
        public int width() {
            return cells.size();
        }

        @Override
        public String text(int at) {
            return at < cells.size() ? cells.get(at) : "";
        }

        @Override
        public String moment(int at) {
            return text(at);
        }
    }

    /** Rows up to the one that cannot be read, whose number is 0 where all can. */
    private record Parsed(List<RawRow> rows, int broken) {
    }

    static List<RawRow> read(byte[] file, int most, ToIntFunction<List<RawRow>> found) throws Unreadable {
        var text = text(file);
        var separator = SEPARATORS.getFirst();
        int columns = 0;
        for (var candidate : SEPARATORS) {
            int here = found.applyAsInt(parsed(text, candidate, TableColumns.HEAD_ROWS).rows());
            if (here > columns) {
                columns = here;
                separator = candidate;
            }
        }
        var parsed = parsed(text, separator, most);
        if (parsed.broken() > 0) {
            throw new Unreadable(TableProblem.ofRow(parsed.broken(), FileFault.QUOTE, ""));
        }
        return parsed.rows();
    }

    private static Parsed parsed(String text, String separator, int most) {
        var rows = new ArrayList<RawRow>();
        long last = 0;
        try (var parser = CSV.builder().setDelimiter(separator).get().parse(new StringReader(text))) {
            for (var line : parser) {
                last = line.getRecordNumber();
                var row = TextRow.of(line);
                if (row.holdsSomething()) {
                    rows.add(row);
                }
                if (rows.size() == most) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // from a text that is in memory: a quote that is not closed, or goes on behind its end
            return new Parsed(rows, (int) last + 1);
        }
        return new Parsed(rows, 0);
    }

    private static String text(byte[] file) throws Unreadable {
        for (var charset : charsets(file)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw new Unreadable(TableProblem.ofFile(FileFault.ENCODING, ""));
    }

    /** By the mark; without one by the zeros that only UTF-16 has, as half of each separator and line break. */
    private static List<Charset> charsets(byte[] file) {
        if (file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
            return List.of(StandardCharsets.UTF_16LE);
        }
        if (file.length > 1 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        long first = IntStream.range(0, file.length).filter(at -> at % 2 == 0 && file[at] == 0).count();
        long second = IntStream.range(0, file.length).filter(at -> at % 2 == 1 && file[at] == 0).count();
        return first == second
                ? List.of(StandardCharsets.UTF_8, GB18030)
                : List.of(first < second ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, StandardCharsets.UTF_8, GB18030);
    }
}
