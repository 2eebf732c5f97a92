package org.fugong.calendar.web;

import org.fugong.calendar.HolidayLines;
import org.fugong.calendar.HolidayYear;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** A whole year as typed: its notice, its days line by line, and whether they are all there. */
record YearForm(@Required @Line(max = 300) String notice,
        @Line(max = 20_000, multiline = true) String days,
        @Line(max = 5) String loaded,
        @Line(max = 10) String seen) {

    static YearForm of(HolidayYear year) {
        return new YearForm(year.notice(), HolidayLines.write(year.days()), String.valueOf(year.loaded()), String.valueOf(year.lock()));
    }

    boolean isLoaded() {
        return "true".equals(loaded);
    }
}
