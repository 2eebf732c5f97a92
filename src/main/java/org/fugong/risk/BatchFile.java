package org.fugong.risk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A table as it was uploaded, CSV in UTF-8 or GB18030 or the first sheet of an XLSX, as rows of text with their numbers. */
final class BatchFile {

    /** Columns that count; what stands further right is not read. */
    static final int COLUMNS = 4;

    /** What a file unpacks to at most, and into how many parts. */
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_PARTS = 200;

    /** The address of a cell beyond any that a spreadsheet has. */
    private static final Pattern FAR_CELL = Pattern.compile("\\br\\s*=\\s*[\"'][A-Za-z]{4,}\\d");

    private static final CSVFormat CSV = CSVFormat.EXCEL.builder().setLenientEof(false).setTrailingData(false).get();

    private BatchFile() {
    }

    /** A row that holds something, with its number in the file. */
    record Numbered(int number, List<String> cells) {
    }

    /** The file cannot be read as a table. */
    static class Unreadable extends Exception {

        private final LevelBatchReading.Fault fault;

        Unreadable(LevelBatchReading.Fault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        LevelBatchReading.Fault fault() {
            return fault;
        }
    }

    /** The first rows of a file, one more than may be, so that it is seen that there are too many. */
    static List<Numbered> read(byte[] file, int most) throws Unreadable {
        if (ReadableWorkbook.isOLE2Header(head(file))) {
            throw new Unreadable(LevelBatchReading.Fault.OLD_EXCEL);
        }
        try {
            return ReadableWorkbook.isOOXMLZipHeader(head(file)) ? sheet(unpacked(file), most) : csv(file, most);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(LevelBatchReading.Fault.NO_TABLE);
        }
    }

    private static byte[] head(byte[] file) {
        return Arrays.copyOf(file, 8);
    }

    private static List<Numbered> csv(byte[] file, int most) throws IOException, Unreadable {
        var rows = new ArrayList<Numbered>();
        try (var parsed = CSV.parse(new StringReader(text(file)))) {
            for (var row : parsed) {
                var cells = IntStream.range(0, COLUMNS).mapToObj(at -> at < row.size() ? row.get(at) : "").toList();
                if (keep(rows, new Numbered((int) row.getRecordNumber(), cells), most)) {
                    break;
                }
            }
        }
        return rows;
    }

    private static String text(byte[] file) throws Unreadable {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw new Unreadable(LevelBatchReading.Fault.ENCODING);
    }

    private static List<Numbered> sheet(byte[] file, int most) throws IOException {
        var rows = new ArrayList<Numbered>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file)); var sheet = workbook.getFirstSheet().openStream()) {
            for (var row : (Iterable<Row>) sheet::iterator) {
                var cells = IntStream.range(0, COLUMNS).mapToObj(at -> row.getOptionalCell(at).map(BatchFile::text).orElse("")).toList();
                if (keep(rows, new Numbered(row.getRowNum(), cells), most)) {
                    break;
                }
            }
        }
        return rows;
    }

    /** What the cell shows: of a formula its result, of a date in the column of times the day and hour. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.getColumnIndex() == LevelBatchReading.Column.TIME.ordinal()
                    ? cell.asDate().toString()
                    : cell.asNumber().stripTrailingZeros().toPlainString();
        }
        var text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    private static boolean keep(List<Numbered> rows, Numbered row, int most) {
        if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(row);
        }
        return rows.size() > most;
    }

    /** Packed anew from what is really in it, because what a file says of its size need not be true. */
    private static byte[] unpacked(byte[] file) throws IOException, Unreadable {
        var copy = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file)); var out = new ZipOutputStream(copy)) {
            int left = LARGEST;
            int parts = 0;
            for (ZipEntry part; (part = in.getNextEntry()) != null;) {
                var content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || ++parts > MOST_PARTS) {
                    throw new Unreadable(LevelBatchReading.Fault.TOO_LARGE);
                }
                if (part.getName().endsWith("vbaProject.bin")) {
                    throw new Unreadable(LevelBatchReading.Fault.MACROS);
                }
                if (FAR_CELL.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
                    throw new Unreadable(LevelBatchReading.Fault.NO_TABLE);
                }
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(content);
            }
        }
        return copy.toByteArray();
    }
}
