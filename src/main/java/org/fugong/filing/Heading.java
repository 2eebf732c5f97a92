package org.fugong.filing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fugong.enterprise.SizeClass;

/** Under what a submitted filing is listed and found. */
@Embeddable
public record Heading(String creditCode, String name, String industry, @Enumerated(EnumType.STRING) SizeClass size, Integer plannedStaff) {

    static Heading of(Subject subject, Plan plan) {
        return new Heading(subject.creditCode(), subject.name(), subject.industry(), subject.size(), plan.plannedStaff());
    }
}
