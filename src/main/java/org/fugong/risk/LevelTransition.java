package org.fugong.risk;

import java.time.Instant;
import java.time.LocalDate;
import org.fugong.web.Dates;

/** A change of a county's level as it takes effect: {@code from} is null where there was no level. */
public record LevelTransition(long changeId, String county, RiskLevel from, RiskLevel to, Instant at) {

    /** The day in China on which it takes effect. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, Dates.ZONE);
    }

    /** Whether the county comes down to low risk from a level that asked for something. */
    public boolean eases() {
        return to == RiskLevel.LOW && from != RiskLevel.LOW;
    }

    /** Whether it changes anything: a level that is set once more asks for nothing new. */
    boolean changes() {
        return from != to;
    }
}
