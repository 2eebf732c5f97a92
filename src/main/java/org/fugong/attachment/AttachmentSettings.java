package org.fugong.attachment;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where a ClamAV daemon listens that looks through each file, as host:port; without it nothing is looked through. */
@Validated
@ConfigurationProperties("fugong.attachment")
public record AttachmentSettings(
        @Pattern(regexp = AttachmentSettings.ADDRESS, message = "has to be host:port, such as localhost:3310") String clamd) {

    /** A host, an IPv6 address in brackets, and a port from 1 to 65535; or nothing. */
    static final String ADDRESS = "|(\\[[0-9A-Fa-f:.]+]|[^\\s:\\[\\]]+)"
            + ":(6553[0-5]|655[0-2]\\d|65[0-4]\\d{2}|6[0-4]\\d{3}|[1-5]\\d{4}|[1-9]\\d{0,3})";
}
