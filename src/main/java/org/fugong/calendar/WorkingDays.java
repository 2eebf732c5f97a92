package org.fugong.calendar;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Counts working days: Monday to Friday, corrected by the State Council's yearly holiday notices. */
@Component
public class WorkingDays {

    private final Map<LocalDate, SpecialDay.Kind> special;
    private final Set<Integer> years;

    @Autowired
    WorkingDays(SpecialDays days) {
        this(days.findAll());
    }

    WorkingDays(Collection<SpecialDay> days) {
        special = days.stream().collect(toUnmodifiableMap(SpecialDay::day, SpecialDay::kind));
        years = days.stream().map(day -> day.day().getYear()).collect(toUnmodifiableSet());
    }

    public boolean isWorkingDay(LocalDate day) {
        var kind = special.get(day);
        if (kind != null) {
            return kind == SpecialDay.Kind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after a day, which itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not " + workingDays);
        }
        var due = day;
        for (int left = workingDays; left > 0; ) {
            due = due.plusDays(1);
            if (isWorkingDay(due)) {
                left--;
            }
        }
        return due;
    }

    /** Working days from a day (not counted) to another (counted); negative when the second one lies before. */
    public int between(LocalDate fromExclusive, LocalDate toInclusive) {
        if (toInclusive.isBefore(fromExclusive)) {
            return -between(toInclusive, fromExclusive);
        }
        return (int) fromExclusive.plusDays(1).datesUntil(toInclusive.plusDays(1)).filter(this::isWorkingDay).count();
    }

    /** Whether the holidays of that year are loaded; beyond them only weekends are known and a due date may still move. */
    public boolean known(LocalDate day) {
        return years.contains(day.getYear());
    }
}
