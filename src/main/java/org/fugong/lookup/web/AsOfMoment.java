package org.fugong.lookup.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fugong.web.Dates;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;

/** A moment that somebody asks about: a day of China, which means its end and today means now, or an exact instant. */
record AsOfMoment(LocalDate day, Instant instant, boolean exact) {

    /** What can be asked about. */
    static final DayRange POSSIBLE = new DayRange(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31));

    static AsOfMoment now(Instant now) {
        return new AsOfMoment(LocalDate.ofInstant(now, Dates.ZONE), now, false);
    }

    /** Reads a day (2020-03-10) or a date and time with its offset (2020-03-10T08:30:00+08:00); empty for anything else. */
    static Optional<AsOfMoment> read(String typed, Instant now) {
        // an address that was not encoded has a blank in place of the plus
        var plain = Typed.plain(typed).replace(' ', '+');
        try {
            return plain.indexOf('T') < 0
                    ? DayRange.iso(plain).map(day -> of(day, now))
                    : Optional.of(of(OffsetDateTime.parse(plain).toInstant()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** When the day begins: what takes effect later changes within it. */
    Instant morning() {
        return day.atStartOfDay(Dates.ZONE).toInstant();
    }

    /** As it is written in an address. */
    public String written() {
        return exact ? instant.toString() : day.toString();
    }

    /** Whether it is the end of a day rather than now. */
    boolean over() {
        return instant.equals(end(day));
    }

    private static AsOfMoment of(LocalDate day, Instant now) {
        return new AsOfMoment(day, day.equals(LocalDate.ofInstant(now, Dates.ZONE)) ? now : end(day), false);
    }

    private static Instant end(LocalDate day) {
        // the database keeps microseconds
        return day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private static AsOfMoment of(Instant instant) {
        return new AsOfMoment(LocalDate.ofInstant(instant, Dates.ZONE), instant, true);
    }
}
