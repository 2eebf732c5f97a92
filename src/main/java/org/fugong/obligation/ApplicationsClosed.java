package org.fugong.obligation;

import java.time.Clock;
import java.time.Instant;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** To low risk: open applications are closed at once, for work may start without a reply. */
@Component
@Order(10)
class ApplicationsClosed extends StepEffect {

    ApplicationsClosed(AffectedFilings touched, Notices notices, Filings filings, Clock clock) {
        super("applications-closed", touched, notices, filings, clock);
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.eases();
    }

    @Override
    String condition(LevelTransition transition) {
        return "f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION')";
    }

    @Override
    Filing step(Filing filing, LevelTransition transition, Instant now) {
        return filing.close(transition.changeId(), now);
    }
}
