package org.fugong.draw;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many hours pass at least between the announcement of a draw and its time, so that others can keep the hashes meanwhile, and
 * within how many working days the firms drawn are checked.
 */
@Validated
@ConfigurationProperties("fugong.draw")
public record DrawSettings(@DefaultValue("24") @Min(1) @Max(240) int noticeHours, @DefaultValue("10") @Min(1) @Max(60) int workingDays) {

    /** The furthest ahead that a draw is announced, in days. */
    public static final int FURTHEST = 30;
}
