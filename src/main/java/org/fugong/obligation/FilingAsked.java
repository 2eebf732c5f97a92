package org.fugong.obligation;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Duty;
import org.fugong.filing.Obligations;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.RiskLevel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From low risk: firms that run on a notice, or were told that they may, keep running and have some days to file. */
@Component
@Order(70)
class FilingAsked extends AskingEffect {

    private final Deadlines deadlines;

    FilingAsked(AffectedFilings touched, Notices notices, Obligations obligations, Deadlines deadlines, Clock clock) {
        super("filing-asked", Duty.FILE, touched, notices, obligations, clock);
        this.deadlines = deadlines;
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.to() != RiskLevel.LOW;
    }

    @Override
    String asked(LevelTransition transition) {
        return """
                (f.state = 'RECORDED' or f.state = 'CLOSED'
                    and not exists (select 1 from filing later where later.site_id = f.site_id and later.id > f.id
                        and later.state not in ('DRAFT', 'WITHDRAWN')))""";
    }

    @Override
    LocalDate dueOn(LevelTransition transition) {
        return deadlines.firm(transition);
    }
}
