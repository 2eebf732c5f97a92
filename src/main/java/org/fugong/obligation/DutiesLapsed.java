package org.fugong.obligation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.RiskLevel;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What firms were asked to do after an earlier change, and makes no sense at the new level, is asked no more. */
@Component
@Order(40)
class DutiesLapsed extends FilingEffect {

    private final Obligations obligations;
    private final Clock clock;

    DutiesLapsed(AffectedFilings touched, Notices notices, Obligations obligations, Clock clock) {
        super("duties-lapsed", touched, notices);
        this.obligations = obligations;
        this.clock = clock;
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.from() != null && !gone(transition.to()).isEmpty();
    }

    @Override
    String condition(LevelTransition transition) {
        return "f.id in (select o.filing_id from obligation o where o.county = :county and o.state = 'OPEN' and o.duty in (:gone))";
    }

    @Override
    Map<String, ?> values(LevelTransition transition) {
        return Map.of("gone", gone(transition.to()).stream().map(Duty::name).toList());
    }

    @Override
    void apply(Filing filing, LevelTransition transition) {
        obligations.findByFilingIdAndState(filing.id(), Obligation.State.OPEN).stream().filter(open -> !open.duty().holds(transition.to()))
                .forEach(open -> obligations.save(open.lapse(clock.instant())));
    }

    private static List<Duty> gone(RiskLevel level) {
        return Stream.of(Duty.values()).filter(duty -> !duty.holds(level)).toList();
    }
}
