package org.fugong.calendar.web;

import org.fugong.calendar.HolidayLines;
import org.fugong.calendar.HolidayYear;
import org.fugong.edit.FormTexts;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** A whole year as typed: its notice, its days line by line, and whether they are all there. */
record YearForm(@Required @Line(max = 300) String notice,
        @Line(max = 20_000, multiline = true) String days,
        @Line(max = 5) String loaded) {

    static YearForm of(HolidayYear year) {
        return new YearForm(year.notice(), HolidayLines.write(year.days()).strip(), String.valueOf(year.loaded()));
    }

    /** As it is stored: a box that is not ticked is not sent. */
    YearForm whole() {
        return FormTexts.map(this, (field, text) -> text != null ? text : field.equals("loaded") ? "false" : "");
    }

    boolean isLoaded() {
        return "true".equals(loaded);
    }
}
