package org.fugong.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** The State Council's holiday notices that come with the application (holidays.csv). */
final class HolidayNotices {

    private HolidayNotices() {
    }

    static List<SpecialDay> read() {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var reader = new InputStreamReader(HolidayNotices.class.getResourceAsStream("/data/holidays.csv"), StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            return rows.stream().map(row -> new SpecialDay(LocalDate.parse(row.get("date")),
                    SpecialDay.Kind.valueOf(row.get("kind")), row.get("name"))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
