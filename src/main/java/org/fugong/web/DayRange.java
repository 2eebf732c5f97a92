package org.fugong.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/** The days that can be meant, from the first to the last; a day outside is told as too early or too far, not as unreadable. */
public record DayRange(LocalDate first, LocalDate last) {

    /** What an installation may see; what is beyond does not fit into an instant's milliseconds or a database. */
    public static final DayRange POSSIBLE = new DayRange(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31));

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4,9})[-年/.] *(\\d{1,2})[-月/.] *(\\d{1,2})[日号]?");
    private static final Pattern LONG_YEAR = Pattern.compile("\\d{5,9}-.*");

    /** A day as a date field sends it, which writes years of five and more digits without a sign; empty where it is none. */
    public static Optional<LocalDate> iso(String typed) {
        var plain = Typed.plain(typed);
        try {
            return Optional.of(LocalDate.parse(LONG_YEAR.matcher(plain).matches() ? "+" + plain : plain));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A day as a date field sends it, or as people write it. */
    public static Optional<LocalDate> read(String typed) {
        var parts = WRITTEN.matcher(Typed.plain(typed));
        try {
            return parts.matches()
                    ? Optional.of(LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : iso(typed);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** What is wrong with a day outside, with the first or the last day possible; empty for one inside. */
    public Optional<MessageSourceResolvable> fault(LocalDate day) {
        return contains(day)
                ? Optional.empty()
                : Optional.of(day.isBefore(first) ? fault("day.early", first) : fault("day.far", last));
    }

    /** Rejects a day outside, at its field; {@code true} where it did. */
    public boolean rejects(LocalDate day, String field, Errors errors) {
        var fault = fault(day);
        fault.ifPresent(what -> errors.rejectValue(field, what.getCodes()[0], what.getArguments(), null));
        return fault.isPresent();
    }

    private static MessageSourceResolvable fault(String key, LocalDate bound) {
        return new DefaultMessageSourceResolvable(new String[]{key}, new Object[]{bound.toString()});
    }
}
