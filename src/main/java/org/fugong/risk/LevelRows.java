package org.fugong.risk;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fugong.region.County;
import org.fugong.risk.LevelBatchReading.Column;
import org.fugong.risk.LevelBatchReading.Fault;
import org.fugong.risk.LevelBatchReading.Line;
import org.fugong.web.Dates;
import org.fugong.web.Typed;
import org.fugong.web.table.Table;
import org.fugong.web.table.TableProblem;
import org.fugong.web.table.WrittenTime;

/** The rows of a table of levels, one after the other: lines, and what is wrong in their cells. */
final class LevelRows {

    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final int LONGEST_NOTICE = 200;
    private static final int LONGEST_LEVEL = 40;
    private static final Pattern LEVEL = Pattern.compile("(?:(低|low)|(中等?|medium|moderate)|(高|high))(?:风险|risk)?(?:等?级|level)?"
            + "(?:地区|区域|区|县|县区|area|region|county|district)?");

    /** The county, or what is wrong: {@code possible} says which counties it might be. */
    record Meant(County county, Fault fault, String possible) {
    }

    private final Function<String, Meant> counties;
    private final Instant now;
    private final List<Line> lines = new ArrayList<>();
    private final List<TableProblem> problems = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    LevelRows(Function<String, Meant> counties, Instant now) {
        this.counties = counties;
        this.now = now;
    }

    List<Line> lines() {
        return lines;
    }

    List<TableProblem> problems() {
        return problems;
    }

    void read(Table.Row<Column> row) {
        // a row of the template that was left as it is
        if (Stream.of(Column.LEVEL, Column.TIME, Column.NOTICE).map(row::cell).allMatch(Typed::isBlank)) {
            return;
        }
        int before = problems.size();
        var county = county(row);
        var level = level(row.cell(Column.LEVEL));
        if (level.isEmpty()) {
            wrong(row, Column.LEVEL, Fault.UNKNOWN_LEVEL);
        }
        var time = time(row);
        notice(row);
        if (problems.size() == before && !taken.add(county.code() + " " + time)) {
            wrong(row, Column.COUNTY, Fault.TWICE);
        }
        if (problems.size() == before) {
            lines.add(new Line(row.number(), county.code(), level.orElseThrow(), time, row.cell(Column.NOTICE)));
        }
    }

    private County county(Table.Row<Column> row) {
        var meant = counties.apply(Typed.plain(row.cell(Column.COUNTY)));
        if (meant.fault() != null) {
            problems.add(row.problem(Column.COUNTY, meant.fault(), meant.possible()));
        }
        return meant.county();
    }

    /** As notices call it: 低, 低风险, 低风险地区, LOW. */
    private static Optional<RiskLevel> level(String text) {
        var level = LEVEL.matcher(text.length() > LONGEST_LEVEL
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", ""));
        return level.matches()
                ? Optional.of(level.group(1) != null ? RiskLevel.LOW : level.group(2) != null ? RiskLevel.MEDIUM : RiskLevel.HIGH)
                : Optional.empty();
    }

    private Instant time(Table.Row<Column> row) {
        var text = row.cell(Column.TIME);
        if (Typed.isBlank(text)) {
            return null;
        }
        var at = WrittenTime.read(text).map(time -> time.atZone(Dates.ZONE).toInstant()).orElse(null);
        if (at == null) {
            wrong(row, Column.TIME, Fault.NO_TIME);
        } else if (!at.isAfter(now)) {
            wrong(row, Column.TIME, Fault.PAST);
        } else if (at.isAfter(now.plus(FARTHEST))) {
            wrong(row, Column.TIME, Fault.FAR);
        }
        return at;
    }

    private void notice(Table.Row<Column> row) {
        var text = row.cell(Column.NOTICE);
        if (Typed.isBlank(text)) {
            wrong(row, Column.NOTICE, Fault.NO_NOTICE);
        } else if (!Typed.isClean(text, LONGEST_NOTICE, false)) {
            wrong(row, Column.NOTICE, Fault.UNFIT_NOTICE);
        }
    }

    private void wrong(Table.Row<Column> row, Column column, Fault fault) {
        problems.add(row.problem(column, fault, ""));
    }
}
