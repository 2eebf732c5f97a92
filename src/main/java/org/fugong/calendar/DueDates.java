package org.fugong.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.fugong.web.Cell;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** How near a due date is, as pages say it: overdue, today, soon or later, counted in working days. */
@Component("due")
public class DueDates {

    /** How pressing a due date is. */
    public enum Pressure {
        NONE, OVERDUE, TODAY, SOON, LATER;

        /** Whether it is worth saying beside the date. */
        public boolean pressing() {
            return this == OVERDUE || this == TODAY || this == SOON;
        }
    }

    private final WorkingDays days;
    private final Words words;
    private final Clock clock;

    DueDates(WorkingDays days, Words words, Clock clock) {
        this.days = days;
        this.words = words;
        this.clock = clock;
    }

    public Pressure of(LocalDate due) {
        if (due == null) {
            return Pressure.NONE;
        }
        var today = LocalDate.now(clock);
        if (due.isBefore(today)) {
            return Pressure.OVERDUE;
        }
        return due.equals(today) ? Pressure.TODAY : due.isAfter(days.after(today, 2)) ? Pressure.LATER : Pressure.SOON;
    }

    /** How pressing a due date is, in words; {@code null} where it is not. */
    public String words(LocalDate due) {
        return switch (of(due)) {
            case OVERDUE -> counted("due.overdue", "due.overdue.rest", due);
            case TODAY -> words.of("due.today");
            case SOON -> counted("due.soon", "due.soon.rest", due);
            case NONE, LATER -> null;
        };
    }

    /** Working days left, or gone by; where there is none in between, because of a weekend or holiday, that is said instead. */
    private String counted(String key, String none, LocalDate due) {
        int days = Math.abs(this.days.between(LocalDate.now(clock), due));
        return days == 0 ? words.of(none) : words.of(key, days);
    }

    /** A state with how pressing it is; overdue and stopped look alike. */
    public Cell.Tag tag(String state, boolean stopped, LocalDate due) {
        var pressure = of(due);
        var style = pressure == Pressure.OVERDUE || stopped ? "tag-overdue" : pressure.pressing() ? "tag-due" : "tag-plain";
        return new Cell.Tag(style, state, words(due), false);
    }

    /** The year of a due date whose holidays are not loaded yet, so that the date may still move; otherwise {@code null}. */
    public Integer beyond(LocalDate due) {
        return due == null || days.known(due) ? null : due.getYear();
    }

    /** The first such year among the due dates of a list. */
    public Integer anyBeyond(Collection<LocalDate> dues) {
        return dues.stream().map(this::beyond).filter(Objects::nonNull).min(Integer::compare).orElse(null);
    }

    /** The next year where the State Council is about to publish its holidays, or has, and they are not loaded; otherwise {@code null}. */
    public Integer missing() {
        var today = LocalDate.now(clock);
        return today.getMonthValue() < 10 ? beyond(today) : anyBeyond(List.of(today, today.plusYears(1)));
    }
}
