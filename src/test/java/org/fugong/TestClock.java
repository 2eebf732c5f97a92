package org.fugong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.fugong.web.Dates;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The time of the tests: the real one until a test moves it; a test that moves it puts it back with {@link #reset()}. */
@TestComponent
@Primary
public class TestClock extends Clock {

    private volatile Clock clock = Clock.system(Dates.ZONE);

    public void set(Instant now) {
        clock = Clock.fixed(now, Dates.ZONE);
    }

    public void advance(Duration duration) {
        clock = Clock.offset(clock, duration);
    }

    public void reset() {
        clock = Clock.system(Dates.ZONE);
    }

    @Override
    public ZoneId getZone() {
        return Dates.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }
}
