package org.fugong.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** A day on which the State Council's holiday notice departs from the plain week. */
@Embeddable
public record SpecialDay(LocalDate day, @Enumerated(EnumType.STRING) Kind kind, String name) {

    /** What the day is instead: a holiday, or a weekend day worked in exchange. */
    public enum Kind {
        HOLIDAY, WORKDAY
    }

    static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
