package org.fugong.filing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.fugong.enterprise.SizeClass;

/** Under what a submitted filing is listed and found. */
@Embeddable
public record FilingHeading(String creditCode, String name, String industry, @Enumerated(EnumType.STRING) SizeClass size,
        Integer plannedStaff) {

    static FilingHeading of(FilingSubject subject, Plan plan) {
        return new FilingHeading(subject.creditCode(), subject.name(), subject.industry(), subject.size(), plan.plannedStaff());
    }
}
