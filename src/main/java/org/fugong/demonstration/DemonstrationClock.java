package org.fugong.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.fugong.web.Dates;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The present time, except while the demonstration acts what happened before it began. */
@Component
@Primary
@Demonstrated
class DemonstrationClock extends Clock {

    private final Clock present = Clock.system(Dates.ZONE);
    private volatile Instant shown;

    void show(Instant past) {
        shown = past;
    }

    void showPresent() {
        shown = null;
    }

    @Override
    public ZoneId getZone() {
        return Dates.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return present.withZone(zone);
    }

    @Override
    public Instant instant() {
        var past = shown;
        return past == null ? present.instant() : past;
    }
}
