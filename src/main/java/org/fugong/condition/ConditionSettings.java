package org.fugong.condition;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whether a list is published only when a second admin confirms it; {@code false} for a province with a single one. */
@ConfigurationProperties("fugong.condition")
public record ConditionSettings(@DefaultValue("true") boolean secondAdmin) {
}
