package org.fugong.filing;

import java.time.LocalDate;

/** How the site resumes work: who answers for it, when, and with how many people; what is not known yet is null. */
public record Plan(String responsible, String phone, LocalDate start, Integer totalStaff, Integer plannedStaff,
        Integer fromOutside, Integer fromHighRisk, Integer batches, LocalDate fullProduction) {
}
