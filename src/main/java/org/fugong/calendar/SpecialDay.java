package org.fugong.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Objects;

/** A day on which the State Council's holiday notice departs from the plain week. */
@Entity
public class SpecialDay {

    /** What the day is instead: a holiday that would be worked, or a weekend day worked in exchange. */
    public enum Kind { HOLIDAY, WORKDAY }

    @Id
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;

    protected SpecialDay() {
    }

    public SpecialDay(LocalDate day, Kind kind, String name) {
        this.day = Objects.requireNonNull(day);
        this.kind = Objects.requireNonNull(kind);
        this.name = Objects.requireNonNull(name);
    }

    public LocalDate day() {
        return day;
    }

    public Kind kind() {
        return kind;
    }

    public String name() {
        return name;
    }
}
