package org.fugong.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a page of a list begins: after a key, or before one when walking back. A key is what the list is ordered by, a
 * day or a moment, and the identity of a row; without a key it is the first page.
 */
public record Cursor(Object first, long id, boolean back) {

    /** In place of a day where a row has none, so that it comes last. */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private static final Cursor START = new Cursor(null, 0, false);

    /** A place in a list ordered by day; a key that cannot be read is none. */
    public static Cursor byDay(String after, String before) {
        return of(after, before, text -> within(LocalDate.parse(text)));
    }

    /** A place in a list ordered by moment; a key that cannot be read is none. */
    public static Cursor byMoment(String after, String before) {
        return of(after, before, text -> {
            var moment = OffsetDateTime.ofInstant(Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS), ZoneOffset.UTC);
            within(moment.toLocalDate());
            return moment;
        });
    }

    /** The key of a row, as it stands in an address. */
    public static String key(LocalDate day, long id) {
        return (day == null ? NEVER : day) + "." + id;
    }

    /** The key of a row, as it stands in an address; PostgreSQL keeps microseconds. */
    public static String key(Instant moment, long id) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment) + "." + id;
    }

    public boolean start() {
        return first == null;
    }

    /** What follows in a list ordered by a column and id; its parameters are {@code first} and {@code id}. */
    public String condition(String column, boolean descending) {
        return start() ? "true" : "(%s, id) %s (:first, :id)".formatted(column, descending == back ? ">" : "<");
    }

    /** The order to read in: backwards when walking back. */
    public String order(String column, boolean descending) {
        var direction = descending == back ? "asc" : "desc";
        return "order by %s %s, id %s".formatted(column, direction, direction);
    }

    private static LocalDate within(LocalDate day) {
        if (day.isBefore(LocalDate.EPOCH) || day.isAfter(NEVER)) {
            throw new IllegalArgumentException(day.toString());
        }
        return day;
    }

    private static Cursor of(String after, String before, Function<String, Object> reader) {
        return read(before, true, reader).or(() -> read(after, false, reader)).orElse(START);
    }

    private static Optional<Cursor> read(String key, boolean back, Function<String, Object> reader) {
        int dot = key == null || key.length() > 60 ? -1 : key.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Cursor(reader.apply(key.substring(0, dot)), Long.parseLong(key.substring(dot + 1)), back));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
