package org.fugong.web.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the rows of the one sheet of a workbook that is to be seen and holds something. */
final class SheetRows {

    /** Cells that are looked at, also empty ones; a file of a few bytes can have rows of thousands of them. */
    private static final long MOST_CELLS = 5_000_000;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final int most;
    private final LocalDate begin;
    private long cells;

    private SheetRows(int most, boolean since1904) {
        this.most = most;
        this.begin = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    static List<RawRow> read(byte[] workbook, int most) throws IOException, Unreadable {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var reading = new SheetRows(most, book.isDate1904());
            var filled = new ArrayList<Sheet>();
            List<RawRow> rows = List.of();
            for (var sheet : book.getSheets().filter(one -> one.getVisibility() == SheetVisibility.VISIBLE).toList()) {
                var found = reading.rows(sheet, filled.isEmpty() ? most : 1);
                if (!found.isEmpty()) {
                    rows = filled.isEmpty() ? found : rows;
                    filled.add(sheet);
                }
            }
            if (filled.size() > 1) {
                throw new Unreadable(TableProblem.ofFile(FileFault.SHEETS,
                        filled.stream().limit(5).map(Sheet::getName).collect(Collectors.joining(" / "))));
            }
            return rows;
        }
    }

    private List<RawRow> rows(Sheet sheet, int wanted) throws IOException, Unreadable {
        var rows = new ArrayList<RawRow>();
        try (var stream = sheet.openStream()) {
            for (var row : (Iterable<Row>) stream::iterator) {
                cells += row.getCellCount();
                if (cells > MOST_CELLS) {
                    throw new Unreadable(TableProblem.ofFile(FileFault.TOO_LARGE, ""));
                }
                var raw = new SheetRow(row);
                if (raw.holdsSomething()) {
                    rows.add(raw);
                }
                if (rows.size() == wanted) {
                    break;
                }
            }
        }
        return rows;
    }

    private final class SheetRow implements RawRow {

        private final Row row;

        SheetRow(Row row) {
            this.row = row;
        }

        @Override
        public int number() {
            return row.getRowNum();
        }

        @Override
        public int width() {
            int width = row.getCellCount();
            while (width > 0 && text(width - 1).isBlank()) {
                width--;
            }
            return width;
        }

        @Override
        public String text(int at) {
            return row.getOptionalCell(at).map(SheetRows::shown).orElse("");
        }

        @Override
        public String moment(int at) {
            return row.getOptionalCell(at).flatMap(SheetRows::number).flatMap(SheetRows.this::moment).orElseGet(() -> text(at));
        }
    }

    /** What the cell shows, of a formula its result. */
    private static String shown(Cell cell) {
        var number = cell.getType() == CellType.NUMBER ? number(cell) : Optional.<BigDecimal>empty();
        var text = number.map(SheetRows::plain).orElseGet(cell.getType() == CellType.FORMULA ? cell::getRawValue : cell::getText);
        // a carriage return as Excel writes it
        return text == null ? "" : text.replace("_x000D_", "\n");
    }

    private static Optional<BigDecimal> number(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return Optional.ofNullable(cell.asNumber());
        }
        var result = cell.getType() == CellType.FORMULA ? cell.getRawValue() : null;
        return result != null && result.matches("\\d{1,9}(\\.\\d{1,20})?") ? Optional.of(new BigDecimal(result)) : Optional.empty();
    }

    /** As digits, unless these would be a thousand zeros. */
    private static String plain(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return Math.abs(bare.scale()) > 30 ? bare.toString() : bare.toPlainString();
    }

    /** The day and the second of a number of days; a number that Excel knows no day of is none, such as 20261220. */
    private Optional<String> moment(BigDecimal days) {
        if (days.compareTo(BigDecimal.ONE) < 0 || days.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return Optional.empty();
        }
        LocalDateTime moment = begin.atStartOfDay().plusSeconds(Math.round(days.doubleValue() * SECONDS_OF_A_DAY));
        return Optional.of(moment.toString());
    }
}
