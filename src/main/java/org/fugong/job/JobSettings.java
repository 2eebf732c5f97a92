package org.fugong.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whether this node does work in the background; without it somebody else has to. */
@ConfigurationProperties("fugong.job")
public record JobSettings(@DefaultValue("true") boolean run) {
}
