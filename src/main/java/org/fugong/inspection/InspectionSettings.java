package org.fugong.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a firm is checked in a year at most, where its county has set nothing: twice, the check that follows its filing and one
 * more.
 */
@Validated
@ConfigurationProperties("fugong.inspection")
public record InspectionSettings(@DefaultValue("2") @Min(1) @Max(12) int checksPerYear) {
}
