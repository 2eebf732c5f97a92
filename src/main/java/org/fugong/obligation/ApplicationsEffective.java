package org.fugong.obligation;

import java.time.Clock;
import java.time.Instant;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
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

    private final FilingsInForce inForce;
    private final Deadlines deadlines;
    private final RiskSettings settings;

    ApplicationsEffective(AffectedFilings touched, Notices notices, Filings filings, FilingsInForce inForce, Deadlines deadlines,
            RiskSettings settings, Clock clock) {
        super("applications-effective", touched, notices, filings, clock);
        this.inForce = inForce;
        this.deadlines = deadlines;
        this.settings = settings;
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.from() != null && settings.regime(transition.to()) == Regime.RECORD;
    }

    @Override
    String condition(LevelTransition transition) {
        // it takes the place of what is in force; not where an order stands about that, which is no way out of it
        return """
                f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION') and f.letter is not null and not exists (
                    select from filing former left join verification v on v.filing_id = former.id
                        and v.state in ('RECTIFY', 'STOP_WORK', 'REPORTED')
                    where former.site_id = f.site_id and (former.state = 'SUSPENDED'
                        or former.state in ('RECORDED', 'EFFECTIVE', 'PERMITTED') and v.id is not null))""";
    }

    @Override
    Filing step(Filing filing, LevelTransition transition, Instant now) {
        return inForce.replacedBy(filing, now).takeEffect(deadlines.check(now), now);
    }
}
