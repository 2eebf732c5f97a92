package org.fugong.demonstration;

import java.time.Instant;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.filing.Filing;
import org.fugong.owed.OwedOverdue;
import org.fugong.submission.OwedSupply;
import org.springframework.stereotype.Component;

/** Supplies what the filings of the demonstration owe, and finds overdue what they do not supply. */
@Component
@Demonstrated
class DemonstrationOwed {

    private final OwedSupply supply;
    private final OwedOverdue overdue;
    private final ActingInThePast stage;

    DemonstrationOwed(OwedSupply supply, OwedOverdue overdue, ActingInThePast stage) {
        this.supply = supply;
        this.overdue = overdue;
        this.stage = stage;
    }

    void supply(Actor firm, Filing filing, Instant at, String code, Object value) {
        stage.act(firm, at, () -> supply.supply(firm, filing.no(), code, value, Map.of()));
    }

    /** As each morning, by nobody in particular. */
    void overdue(Instant at) {
        stage.act(at, overdue::findNow);
    }
}
