package org.fugong.filing;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** The deadlines of a county after a submission and of a firm after the level of its county has risen, in working days. */
@Validated
@ConfigurationProperties("fugong.filing")
public record FilingSettings(@DefaultValue("2") @Positive int replyWorkingDays,
        @DefaultValue("5") @Positive int verificationWorkingDays,
        @DefaultValue("5") @Positive int daysToFile) {
}
