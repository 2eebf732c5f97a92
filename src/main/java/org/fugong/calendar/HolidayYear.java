package org.fugong.calendar;

import static java.util.stream.Collectors.toMap;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** The special days of a year, the notice they rest on, and whether they are all there. */
@Entity
public class HolidayYear extends AbstractAggregateRoot<HolidayYear> {

    @Id
    private int year;
    private String notice;
    private boolean loaded;
    @Version
    private int lock;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "special_day", joinColumns = @JoinColumn(name = "year"))
    private Set<SpecialDay> days = new HashSet<>();

    protected HolidayYear() {
    }

    /** A year of which nothing is known yet. */
    HolidayYear(int year) {
        this.year = year;
        this.notice = "";
    }

    /** Replaces what is known of the year, all at once. */
    HolidayYear arrange(Collection<SpecialDay> arranged, String notice, boolean loaded) {
        if (arranged.stream().anyMatch(day -> day.day().getYear() != year)) {
            throw new IllegalArgumentException("a day of another year than " + year);
        }
        var gone = new HashSet<>(days);
        arranged.forEach(gone::remove);
        var come = new HashSet<>(arranged);
        come.removeAll(days);
        registerEvent(new Arranged(year, words(gone, this.notice, this.loaded), words(come, notice, loaded)));
        days.removeAll(gone);
        days.addAll(come);
        this.notice = notice;
        this.loaded = loaded;
        return this;
    }

    public int year() {
        return year;
    }

    public String notice() {
        return notice;
    }

    /** Whether an admin has said that the year's holidays are all there; until then a due date in it may move. */
    public boolean loaded() {
        return loaded;
    }

    public int lock() {
        return lock;
    }

    public List<SpecialDay> days() {
        return days.stream().sorted(Comparator.comparing(SpecialDay::day)).toList();
    }

    private static Map<String, Object> words(Set<SpecialDay> days, String notice, boolean loaded) {
        return Map.of("notice", notice, "loaded", loaded, "days", days.stream()
                .collect(toMap(day -> day.day().toString(), day -> day.kind() + " " + day.name(), (one, other) -> one, TreeMap::new)));
    }

    /** A year was arranged anew; {@code before} and {@code after} hold only the days that differ. */
    public record Arranged(int year, Map<String, Object> before, Map<String, Object> after) implements Audited {
        @Override
        public String action() {
            return "holidays.arranged";
        }

        @Override
        public String subject() {
            return "holidays:" + year;
        }
    }
}
