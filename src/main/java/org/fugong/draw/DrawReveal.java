package org.fugong.draw;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.fugong.draw.recomputation.DrawComputation;
import org.fugong.job.Job;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reveals a draw at its time: makes it and opens what was secret, at once or not at all; then has the firms drawn checked, in pieces. */
@Component
class DrawReveal implements Job {

    static final String NAME = "draw-reveal";

    private static final int PIECE = 50;

    private final Draws draws;
    private final DrawnChecks checks;
    private final PoolFile files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DrawReveal(Draws draws, DrawnChecks checks, PoolFile files, ApplicationEventPublisher events, Clock clock) {
        this.draws = draws;
        this.checks = checks;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean step(String id) {
        var draw = draws.findForUpdate(Long.parseLong(id)).orElseThrow();
        return switch (draw.state()) {
            case CANCELLED -> false;
            case ANNOUNCED -> reveal(draw);
            case REVEALED -> {
                var left = draws.left(draw.id(), PIECE);
                left.forEach(result -> checks.settle(draw, result));
                yield !left.isEmpty();
            }
        };
    }

    private boolean reveal(Draw draw) {
        if (clock.instant().isBefore(draw.revealAt())) {
            // not left undone: whoever is asked again by the scheduler may have another clock
            throw new IllegalStateException("the time of draw " + draw.no() + " has not come");
        }
        var result = DrawComputation.of(draws.secretSeed(draw.id()), files.read(draw.id(), draw.head()));
        if (!result.poolHash().equals(draw.poolHash())) {
            throw new IllegalStateException("the pool of draw " + draw.no() + " is not what was announced");
        }
        draws.reveal(draw.id(), result.drawn(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(new Draw.Step("draw.revealed", draw.no(), draw.county(), Map.of("drawn", result.drawn().size())));
        return true;
    }
}
