package org.fugong.risk;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What a province has set for HIGH counties: {@code APPROVAL}, the default, or {@code RECORD}. */
@Validated
@ConfigurationProperties("fugong.risk")
public record RiskSettings(@DefaultValue("APPROVAL") Regime highRegime) {

    @AssertTrue(message = "fugong.risk.high-regime must be APPROVAL or RECORD")
    boolean isHighRegimeFit() {
        return highRegime != Regime.NOTICE;
    }

    /** The regime of a level: it follows from the level and nobody types it. */
    public Regime regime(RiskLevel level) {
        return switch (level) {
            case LOW -> Regime.NOTICE;
            case MEDIUM -> Regime.RECORD;
            case HIGH -> highRegime;
        };
    }
}
