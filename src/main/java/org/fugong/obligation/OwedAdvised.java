package org.fugong.obligation;

import java.time.Clock;
import java.time.Instant;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** To low risk: what firms owe to their filings becomes advice, without a date. */
@Component
@Order(30)
class OwedAdvised extends StepEffect {

    OwedAdvised(AffectedFilings touched, Notices notices, Filings filings, Clock clock) {
        super("owed-advised", touched, notices, filings, clock);
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.eases();
    }

    @Override
    String condition(LevelTransition transition) {
        return "f.state in ('RECORDED', 'EFFECTIVE', 'PERMITTED', 'SUSPENDED') and f.advised_at is null and "
                + "jsonb_array_length(f.owed) > jsonb_array_length(f.supplied)";
    }

    @Override
    Filing step(Filing filing, LevelTransition transition, Instant now) {
        return filing.advise(now);
    }
}
