package org.fugong.obligation;

import java.time.Clock;
import java.time.Instant;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where nothing is replied to any more, applications that were signed as commitments take effect and are checked afterwards. */
@Component
@Order(60)
class ApplicationsEffective extends StepEffect {

    private final Deadlines deadlines;
    private final RiskSettings settings;

    ApplicationsEffective(AffectedFilings touched, Notices notices, Filings filings, Deadlines deadlines, RiskSettings settings,
            Clock clock) {
        super("applications-effective", touched, notices, filings, clock);
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.from() != null && settings.regime(transition.to()) == Regime.RECORD;
    }

    @Override
    String condition(LevelTransition transition) {
        return "f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION') and f.letter is not null";
    }

    @Override
    Filing step(Filing filing, LevelTransition transition, Instant now) {
        return filing.takeEffect(deadlines.check(now), now);
    }
}
