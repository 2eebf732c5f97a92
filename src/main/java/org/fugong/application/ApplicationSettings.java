package org.fugong.application;

import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Above how many planned staff an application is reviewed jointly (that many is not above), and how many working days after the
 * head of the county the province is told of one that is overdue.
 */
@Validated
@ConfigurationProperties("fugong.application")
public record ApplicationSettings(@DefaultValue("100") @PositiveOrZero int jointReviewAbove,
        @DefaultValue("1") @PositiveOrZero int provinceAfterWorkingDays) {

    /** Whether a plan is above the threshold; without a number it is not. */
    boolean joint(Integer plannedStaff) {
        return plannedStaff != null && plannedStaff > jointReviewAbove;
    }
}
