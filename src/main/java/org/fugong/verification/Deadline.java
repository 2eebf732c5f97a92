package org.fugong.verification;

import java.time.LocalDate;
import java.util.List;

/** The bounds of a date by which a firm has to put something right. */
public record Deadline(LocalDate earliest, LocalDate latest) {

    static Deadline from(LocalDate today, VerificationSettings settings) {
        return new Deadline(today, today.plusDays(settings.longestRectification()));
    }

    /** What is wrong with the date of a field, which may be missing. */
    List<InputProblem> problems(String field, LocalDate by) {
        if (by == null) {
            return List.of(new InputProblem(field, "verification.by.missing"));
        }
        if (by.isBefore(earliest)) {
            return List.of(new InputProblem(field, "verification.by.past", earliest));
        }
        return by.isAfter(latest) ? List.of(new InputProblem(field, "verification.by.late", latest)) : List.of();
    }
}
