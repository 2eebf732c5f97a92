package org.fugong.verification;

import java.time.Instant;
import java.time.LocalDate;
import org.fugong.account.Actor;
import org.fugong.web.Dates;

/** Who acts when, and whether the county is at low risk at that moment, so that nothing may be ordered. */
public record ActContext(Actor by, Instant at, boolean lowRisk) {

    LocalDate day() {
        return at.atZone(Dates.ZONE).toLocalDate();
    }
}
