package org.fugong.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;

/** An effect that asks firms to do something about their filings, once for each change, and not while they are being asked. */
abstract class AskingEffect extends FilingEffect {

    private final Duty duty;
    private final Obligations obligations;
    private final Clock clock;

    AskingEffect(String name, Duty duty, AffectedFilings touched, Notices notices, Obligations obligations, Clock clock) {
        super(name, touched, notices);
        this.duty = duty;
        this.obligations = obligations;
        this.clock = clock;
    }

    /** Who is asked, if that has not happened. */
    abstract String asked(LevelTransition transition);

    /** By when; null where it is a matter of the firm's own interest. */
    abstract LocalDate dueOn(LevelTransition transition);

    @Override
    final String condition(LevelTransition transition) {
        return asked(transition)
                + " and not exists (select 1 from obligation o where o.filing_id = f.id and o.duty = :duty and (o.state = "
                + "'OPEN' or o.change_id = :change))";
    }

    @Override
    Map<String, ?> values(LevelTransition transition) {
        return Map.of("duty", duty.name(), "change", transition.changeId());
    }

    @Override
    void apply(Filing filing, LevelTransition transition) {
        obligations.save(new Obligation(duty, filing, transition, dueOn(transition), clock.instant()));
    }

    @Override
    public List<String> told(LevelTransition transition, String what) {
        return Stream.concat(super.told(transition, what).stream(), Stream.ofNullable(dueOn(transition)).map(LocalDate::toString)).toList();
    }

    @Override
    String link(Filing filing) {
        return duty.link(filing.no(), filing.siteId());
    }
}
