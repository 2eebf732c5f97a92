package org.fugong.message;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notices leave the portal. Mail is sent where {@code spring.mail.host} is set, from {@code from}; messages to mobiles where
 * {@code smsUrl} is set, by a POST of {@code {"mobile": …, "text": …}} with {@code smsToken} as bearer token. {@code senders} is
 * how many deliveries are under way at once.
 */
@Validated
@ConfigurationProperties("fugong.message")
public record MessageSettings(@DefaultValue("") @Pattern(regexp = "|[^@\\s]+@[^@\\s]+") String from,
        @DefaultValue("") @Pattern(regexp = "|https?://\\S+") String smsUrl, @DefaultValue("") String smsToken,
        @DefaultValue("4") @Min(1) @Max(32) int senders) {
}
