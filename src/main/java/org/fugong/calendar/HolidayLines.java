package org.fugong.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fugong.web.Typed;

/**
 * The days of a year as they are typed, one day or range to a line: {@code 2027-02-06..2027-02-12 休 春节}. What cannot
 * be read is a problem of its line.
 */
public record HolidayLines(List<SpecialDay> days, List<Problem> problems) {

    /** What is wrong with a line, counted from one. */
    public record Problem(int line, String text, Fault fault) {
    }

    /** What may be wrong with a line. */
    public enum Fault {
        UNREADABLE, NO_DAY, BACKWARDS, OTHER_YEAR, NO_KIND, NO_NAME, WORKED_ANYWAY, TWICE, TOO_MANY
    }

    private static final int MOST = 400;
    private static final int LONGEST_NAME = 20;
    private static final Pattern LINE = Pattern.compile("([\\d-]+)(?:\\s*(?:\\.\\.|~|至|到)\\s*([\\d-]+))?\\s+(\\S+)(?:\\s+(.*))?");
    private static final Pattern REST = Pattern.compile("[休放].*|holiday|off", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORK = Pattern.compile("[班上].*|workday|work", Pattern.CASE_INSENSITIVE);

    /** Reads the days of a year; without problems they are all there, each once. */
    public static HolidayLines read(String typed, int year) {
        var reading = new Reading(year);
        var lines = typed.split("\\R", MOST + 2);
        for (int at = 0; at < lines.length && at < MOST; at++) {
            reading.line(at + 1, Typed.plain(lines[at]));
        }
        if (lines.length > MOST) {
            reading.problems.add(new Problem(MOST + 1, "", Fault.TOO_MANY));
        }
        return new HolidayLines(List.copyOf(reading.days.values()), List.copyOf(reading.problems));
    }

    /** The days as {@link #read} understands them, days that follow one another in one line. */
    public static String write(List<SpecialDay> days) {
        var text = new StringBuilder();
        for (int from = 0, to; from < days.size(); from = to) {
            var first = days.get(from);
            for (to = from + 1; to < days.size() && follows(days.get(to - 1), days.get(to)); to++) {
                // as far as the run goes
            }
            text.append(first.day()).append(to - from > 1 ? ".." + days.get(to - 1).day() : "")
                    .append(first.kind() == SpecialDay.Kind.HOLIDAY ? " 休 " : " 班 ").append(first.name()).append('\n');
        }
        return text.toString();
    }

    private static boolean follows(SpecialDay one, SpecialDay next) {
        return one.day().plusDays(1).equals(next.day()) && one.kind() == next.kind() && one.name().equals(next.name());
    }

    private static final class Reading {

        private final int year;
        private final SortedMap<LocalDate, SpecialDay> days = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Reading(int year) {
            this.year = year;
        }

        void line(int number, String text) {
            if (text.isEmpty()) {
                return;
            }
            var fault = add(text);
            if (fault != null) {
                problems.add(new Problem(number, text, fault));
            }
        }

        private Fault add(String text) {
            var parts = LINE.matcher(text);
            if (!parts.matches()) {
                return Fault.UNREADABLE;
            }
            LocalDate from;
            LocalDate to;
            try {
                from = LocalDate.parse(parts.group(1));
                to = parts.group(2) == null ? from : LocalDate.parse(parts.group(2));
            } catch (DateTimeException e) {
                return Fault.NO_DAY;
            }
            var rest = REST.matcher(parts.group(3)).matches();
            var name = parts.group(4) == null ? "" : parts.group(4);
            if (to.isBefore(from)) {
                return Fault.BACKWARDS;
            }
            if (from.getYear() != year || to.getYear() != year) {
                return Fault.OTHER_YEAR;
            }
            if (!rest && !WORK.matcher(parts.group(3)).matches()) {
                return Fault.NO_KIND;
            }
            if (Typed.isBlank(name) || !Typed.isClean(name, LONGEST_NAME, false)) {
                return Fault.NO_NAME;
            }
            return add(from, to, rest ? SpecialDay.Kind.HOLIDAY : SpecialDay.Kind.WORKDAY, name);
        }

        private Fault add(LocalDate from, LocalDate to, SpecialDay.Kind kind, String name) {
            var range = from.datesUntil(to.plusDays(1)).toList();
            if (kind == SpecialDay.Kind.WORKDAY && !range.stream().allMatch(SpecialDay::weekend)) {
                return Fault.WORKED_ANYWAY;
            }
            if (range.stream().anyMatch(days::containsKey)) {
                return Fault.TWICE;
            }
            range.forEach(day -> days.put(day, new SpecialDay(day, kind, name)));
            return null;
        }
    }
}
