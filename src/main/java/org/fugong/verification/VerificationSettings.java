package org.fugong.verification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** How long the look at a firm's answer may take, in working days, and the longest time for putting something right, in days. */
@Validated
@ConfigurationProperties("fugong.verification")
public record VerificationSettings(@DefaultValue("5") @Min(1) @Max(60) int recheck,
        @DefaultValue("30") @Min(1) @Max(365) int longestRectification) {
}
