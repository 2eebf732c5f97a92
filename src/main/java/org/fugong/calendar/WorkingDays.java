package org.fugong.calendar;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts working days: Monday to Friday, corrected by the State Council's yearly holiday notices. */
@Component
public class WorkingDays {

    /** How long another node may still count by what was known before. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final LoadingCache<Boolean, Known> known;

    @Autowired
    WorkingDays(Holidays holidays) {
        known = Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> Known.of(holidays.years()));
    }

    WorkingDays(Collection<SpecialDay> days) {
        var fixed = new Known(byDay(days), days.stream().map(day -> day.day().getYear()).collect(toUnmodifiableSet()));
        known = Caffeine.newBuilder().build(key -> fixed);
    }

    @TransactionalEventListener
    void forget(HolidayYear.Arranged arranged) {
        known.invalidateAll();
    }

    public boolean isWorkingDay(LocalDate day) {
        return known.get(true).worked(day);
    }

    /** The n-th working day after a day, which itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not " + workingDays);
        }
        var now = known.get(true);
        var due = day;
        for (int left = workingDays; left > 0;) {
            due = due.plusDays(1);
            if (now.worked(due)) {
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
        return (int) fromExclusive.plusDays(1).datesUntil(toInclusive.plusDays(1)).filter(known.get(true)::worked).count();
    }

    /** Whether the holidays of that year are loaded; beyond them only weekends are known and a due date may still move. */
    public boolean known(LocalDate day) {
        return known.get(true).years().contains(day.getYear());
    }

    private static Map<LocalDate, SpecialDay.Kind> byDay(Collection<SpecialDay> days) {
        return days.stream().collect(toUnmodifiableMap(SpecialDay::day, SpecialDay::kind));
    }

    private record Known(Map<LocalDate, SpecialDay.Kind> special, Set<Integer> years) {

        static Known of(Collection<HolidayYear> years) {
            return new Known(byDay(years.stream().flatMap(year -> year.days().stream()).toList()),
                    years.stream().filter(HolidayYear::loaded).map(HolidayYear::year).collect(toUnmodifiableSet()));
        }

        boolean worked(LocalDate day) {
            var kind = special.get(day);
            return kind == null ? !SpecialDay.weekend(day) : kind == SpecialDay.Kind.WORKDAY;
        }
    }
}
