package org.fugong.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For how many minutes a sign-in, or a password typed again, is proof enough to sign with (none: the password each time),
 * and how many passwords are hashed at once, half of the processors where nothing is set.
 */
@Validated
@ConfigurationProperties("fugong.account")
public record AccountSettings(@DefaultValue("15") @Min(0) @Max(120) int proofMinutes, @Min(1) @Max(32) Integer hashesAtOnce) {

    public AccountSettings {
        hashesAtOnce = hashesAtOnce != null ? hashesAtOnce : Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 32);
    }
}
