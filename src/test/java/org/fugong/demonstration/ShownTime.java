package org.fugong.demonstration;

import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Lets time pass in a test against the demonstration; a test that does so comes back to the present. */
@TestComponent
public class ShownTime {

    private final DemonstrationClock clock;

    ShownTime(DemonstrationClock clock) {
        this.clock = clock;
    }

    public void pass(Duration time) {
        clock.show(clock.instant().plus(time));
    }

    public void present() {
        clock.showPresent();
    }
}
