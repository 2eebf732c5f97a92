package org.fugong.region;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Which provinces this installation serves, by their codes. */
@Validated
@ConfigurationProperties("fugong")
public record RegionSettings(@NotEmpty List<@Pattern(regexp = "\\d{2}0000") String> provinces) {
}
