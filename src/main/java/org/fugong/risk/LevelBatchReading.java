package org.fugong.risk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.Dates;
import org.fugong.web.Typed;

/** What an uploaded table says: a line per county and time, or what is wrong, at the row and the column where it is. */
public record LevelBatchReading(List<Line> lines, List<Problem> problems) {

    /** Rows that a table may hold. */
    public static final int MOST = 500;

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LONGEST_NOTICE = 200;
    private static final int SHORTEST_NAME = 2;
    private static final Set<String> HEADS = Set.of("县区", "县(市、区)", "县市区", "county");
    private static final Map<String, RiskLevel> LEVELS = Map.of("低", RiskLevel.LOW, "中", RiskLevel.MEDIUM, "高", RiskLevel.HIGH,
            "低风险", RiskLevel.LOW, "中风险", RiskLevel.MEDIUM, "高风险", RiskLevel.HIGH,
            "LOW", RiskLevel.LOW, "MEDIUM", RiskLevel.MEDIUM, "HIGH", RiskLevel.HIGH);
    private static final Pattern CODE = Pattern.compile("(\\d{6})(\\s.*)?");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuu-M-d[ H:mm[:ss]]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0).parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0).toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** A level of a county from a moment on, {@code null} for at once. */
    public record Line(int row, String county, RiskLevel level, Instant effectiveAt, String notice) {
    }

    /** The columns of the table, in their order. */
    public enum Column {
        COUNTY, LEVEL, TIME, NOTICE
    }

    /** What may be wrong, with the file or in a cell. */
    public enum Fault {
        EMPTY, NO_TABLE, OLD_EXCEL, MACROS, TOO_LARGE, ENCODING, NO_HEAD, TOO_MANY, NO_COUNTY, UNKNOWN_COUNTY, OTHER_PROVINCE,
        UNKNOWN_LEVEL, NO_TIME, PAST, FAR, NO_NOTICE, UNFIT_NOTICE, TWICE
    }

    /** What is wrong in a cell; row 0 and no column where it is the file. */
    public record Problem(int row, Column column, Fault fault, String text) {
    }

    /** Reads a file for the admin of a province; where there are problems there are no lines that count. */
    public static LevelBatchReading of(byte[] file, String province, Regions regions, Instant now) {
        List<BatchFile.Numbered> rows;
        try {
            rows = BatchFile.read(file, MOST + 1);
        } catch (BatchFile.Unreadable e) {
            return whole(e.fault(), "");
        }
        if (rows.isEmpty()) {
            return whole(Fault.EMPTY, "");
        }
        var head = Typed.plain(rows.getFirst().cells().getFirst()).toLowerCase();
        if (!HEADS.contains(head)) {
            return new LevelBatchReading(List.of(),
                    List.of(new Problem(rows.getFirst().number(), Column.COUNTY, Fault.NO_HEAD, cut(head))));
        }
        var reading = new Reading(province, regions, now);
        rows.stream().skip(1).limit(MOST).forEach(reading::row);
        if (rows.size() > MOST + 1) {
            reading.problems.add(new Problem(rows.getLast().number(), null, Fault.TOO_MANY, ""));
        }
        return reading.lines.isEmpty() && reading.problems.isEmpty()
                ? whole(Fault.EMPTY, "")
                : new LevelBatchReading(List.copyOf(reading.lines), List.copyOf(reading.problems));
    }

    private static LevelBatchReading whole(Fault fault, String text) {
        return new LevelBatchReading(List.of(), List.of(new Problem(0, null, fault, text)));
    }

    private static String cut(String text) {
        var clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
    }

    private static final class Reading {

        private final String province;
        private final Regions regions;
        private final Instant now;
        private final List<Line> lines = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        Reading(String province, Regions regions, Instant now) {
            this.province = province;
            this.regions = regions;
            this.now = now;
        }

        void row(BatchFile.Numbered row) {
            var cells = row.cells().stream().map(Typed::plain).toList();
            // a row of the template that was left as it is
            if (cells.subList(1, cells.size()).stream().allMatch(String::isEmpty)) {
                return;
            }
            int before = problems.size();
            var county = county(row.number(), cells.get(0));
            var level = LEVELS.get(cells.get(1).toUpperCase());
            if (level == null) {
                wrong(row.number(), Column.LEVEL, Fault.UNKNOWN_LEVEL, cells.get(1));
            }
            var time = time(row.number(), cells.get(2));
            notice(row.number(), row.cells().get(3));
            if (problems.size() == before && !taken.add(county + " " + time)) {
                wrong(row.number(), Column.COUNTY, Fault.TWICE, cells.get(0));
            }
            if (problems.size() == before) {
                lines.add(new Line(row.number(), county, level, time, row.cells().get(3).strip()));
            }
        }

        private String county(int row, String text) {
            var code = CODE.matcher(text);
            var found = code.matches() ? regions.county(code.group(1)).stream().toList() : named(text);
            if (found.size() != 1) {
                wrong(row, Column.COUNTY, text.isEmpty() ? Fault.NO_COUNTY : Fault.UNKNOWN_COUNTY, text);
                return null;
            }
            if (!found.getFirst().province().equals(province)) {
                wrong(row, Column.COUNTY, Fault.OTHER_PROVINCE, text);
            }
            return found.getFirst().code();
        }

        /** By the whole name, or by a beginning that only one county has. */
        private List<County> named(String text) {
            var all = regions.countiesOf(province);
            return all.stream().filter(one -> one.name().equals(text)).findFirst().map(List::of)
                    .orElseGet(() -> all.stream().filter(one -> text.length() >= SHORTEST_NAME && one.name().startsWith(text)).toList());
        }

        private Instant time(int row, String text) {
            if (text.isEmpty()) {
                return null;
            }
            try {
                var at = LocalDateTime.parse(text.replaceAll("[年月/]", "-").replaceAll("[日T]\\s*", " ").strip(), TIME).atZone(Dates.ZONE)
                        .toInstant();
                if (!at.isAfter(now)) {
                    wrong(row, Column.TIME, Fault.PAST, text);
                } else if (at.isAfter(now.plus(FARTHEST))) {
                    wrong(row, Column.TIME, Fault.FAR, text);
                }
                return at;
            } catch (DateTimeException e) {
                wrong(row, Column.TIME, Fault.NO_TIME, text);
                return null;
            }
        }

        private void notice(int row, String text) {
            if (Typed.isBlank(text)) {
                wrong(row, Column.NOTICE, Fault.NO_NOTICE, "");
            } else if (!Typed.isClean(text.strip(), LONGEST_NOTICE, false)) {
                wrong(row, Column.NOTICE, Fault.UNFIT_NOTICE, text);
            }
        }

        private void wrong(int row, Column column, Fault fault, String text) {
            problems.add(new Problem(row, column, fault, cut(text)));
        }
    }
}
