package org.fugong.obligation;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.filing.Duty;
import org.fugong.filing.Obligations;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where nothing is replied to any more, applications without a commitment wait for their firms to sign one. */
@Component
@Order(80)
class SignatureAsked extends AskingEffect {

    private final RiskSettings settings;

    SignatureAsked(AffectedFilings touched, Notices notices, Obligations obligations, RiskSettings settings, Clock clock) {
        super("signature-asked", Duty.SIGN, touched, notices, obligations, clock);
        this.settings = settings;
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.from() != null && settings.regime(transition.to()) == Regime.RECORD;
    }

    @Override
    String asked(LevelTransition transition) {
        return "f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION') and f.letter is null";
    }

    @Override
    LocalDate dueOn(LevelTransition transition) {
        return null;
    }
}
