package org.fugong.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates as the reader's language writes them, always in the time of China; in templates {@code @dates}. */
@Component
public class Dates {

    /** The one time zone of the portal. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final MessageSource messages;

    Dates(MessageSource messages) {
        this.messages = messages;
    }

    /** e.g. 2020年3月22日 / 22 March 2020. */
    public String day(LocalDate day) {
        return format("format.day", day);
    }

    /** The day in China of an instant; like every other date that there is not, {@code null} is nothing to read. */
    public String day(Instant instant) {
        return instant == null ? "" : day(instant.atZone(ZONE).toLocalDate());
    }

    /** e.g. 3月22日 / 22 March. */
    public String shortDay(LocalDate day) {
        return format("format.short-day", day);
    }

    /** e.g. 3月22日（周日） / Sun 22 March. */
    public String weekday(LocalDate day) {
        return format("format.weekday", day);
    }

    /** e.g. 3月 / Mar. */
    public String month(LocalDate day) {
        return format("format.month", day);
    }

    /** The day of the week in a letter, e.g. 日 / S. */
    public String narrow(LocalDate day) {
        return format("format.narrow", day);
    }

    /** e.g. 2020年3月22日 14:05 / 22 March 2020, 14:05. */
    public String moment(Instant instant) {
        return instant == null ? "" : format("format.moment", instant.atZone(ZONE));
    }

    /** The day in China as a date field holds it. */
    public String iso(Instant instant) {
        return instant.atZone(ZONE).toLocalDate().toString();
    }

    /** The hour in China as a time field holds it. */
    public String hour(Instant instant) {
        return instant.atZone(ZONE).toLocalTime().toString();
    }

    private String format(String key, TemporalAccessor value) {
        if (value == null) {
            return "";
        }
        var locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(messages.getMessage(key, null, locale), locale).format(value);
    }
}
