package org.fugong.obligation;

import java.time.Clock;
import java.time.Instant;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;

/** An effect that takes each filing it touches a step on. */
abstract class StepEffect extends FilingEffect {

    private final Filings filings;
    private final Clock clock;

    StepEffect(String name, AffectedFilings touched, Notices notices, Filings filings, Clock clock) {
        super(name, touched, notices);
        this.filings = filings;
        this.clock = clock;
    }

    abstract Filing step(Filing filing, LevelTransition transition, Instant now);

    @Override
    final void apply(Filing filing, LevelTransition transition) {
        filings.save(step(filing, transition, clock.instant()));
    }
}
