package org.fugong.web.table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fugong.web.Typed;

/** Reads a day and the hour, if there is one, as spreadsheets and notices write them, the year first. */
public final class WrittenTime {

    private static final Pattern WRITTEN = Pattern.compile("(?<year>\\d{4})"
            + "(?: ?年 ?(?<cm>\\d{1,2}) ?月 ?(?<cd>\\d{1,2}) ?[日号]?| ?(?<joint>[-./]) ?(?<m>\\d{1,2}) ?\\k<joint> ?(?<d>\\d{1,2}) ?日?"
            + "|(?<m8>\\d{2})(?<d8>\\d{2}))"
            + "(?: ?\\(?(?:星期|周)[一二三四五六日天]\\)?)?"
            + "(?:(?: ?T ?| |(?<=[^\\d ])|(?=[上下凌]))(?:(?<morning>[上]午|凌晨|AM)|(?<evening>[下]午|PM))? ?(?<hour>\\d{1,2})"
            + "(?::(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:\\.\\d{1,9})?)?"
            + "| ?[时点](?:(?<sharp>整)|(?<thirty>半)| ?(?<cmin>\\d{1,2}) ?分?(?: ?(?<csec>\\d{1,2}) ?秒)?)?)"
            + "(?: ?(?:(?<am>AM)|(?<pm>PM)))?)? ?[起]?");

    private WrittenTime() {
    }

    /** The time, 0:00 where only the day is given, or empty where it is none; 24:00 is 0:00 of the next day. */
    public static Optional<LocalDateTime> read(String text) {
        var plain = Typed.plain(text).toUpperCase(Locale.ROOT).replaceAll(" +", " ");
        var written = WRITTEN.matcher(plain);
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            int hour = hour(written);
            int minute = written.group("thirty") == null ? number(written, "minute", "cmin") : 30;
            int second = number(written, "second", "csec");
            var day = LocalDateTime.of(number(written, "year"), number(written, "cm", "m", "m8"), number(written, "cd", "d", "d8"), 0, 0);
            return Optional.of(hour == 24 && minute == 0 && second == 0
                    ? day.plusDays(1)
                    : day.withHour(hour).withMinute(minute).withSecond(second));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int hour(Matcher written) {
        int hour = number(written, "hour");
        if (given(written, "evening", "pm")) {
            return hour < 12 ? hour + 12 : hour;
        }
        if (!given(written, "morning", "am")) {
            return hour;
        }
        // a spreadsheet writes 上午 12:00 for midnight; somebody who writes 上午12时 may mean noon
        if (hour > 12 || hour == 12 && written.group("minute") == null) {
            throw new DateTimeException("no hour before noon");
        }
        return hour % 12;
    }

    private static boolean given(Matcher written, String... groups) {
        return Stream.of(groups).anyMatch(group -> written.group(group) != null);
    }

    private static int number(Matcher written, String... groups) {
        for (var group : groups) {
            if (written.group(group) != null) {
                return Integer.parseInt(written.group(group));
            }
        }
        return 0;
    }
}
