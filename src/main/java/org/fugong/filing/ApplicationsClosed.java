package org.fugong.filing;

import java.time.Clock;
import org.fugong.message.Notices;
import org.fugong.risk.LevelShift;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** To low risk: open applications are closed at once, for work may start without a reply. */
@Component
@Order(10)
class ApplicationsClosed extends FilingEffect {

    private final Filings filings;
    private final Clock clock;

    ApplicationsClosed(TouchedFilings touched, Notices notices, Filings filings, Clock clock) {
        super("applications-closed", touched, notices);
        this.filings = filings;
        this.clock = clock;
    }

    @Override
    public boolean follows(LevelShift shift) {
        return shift.eases();
    }

    @Override
    String condition(LevelShift shift) {
        return "f.state = 'SUBMITTED'";
    }

    @Override
    void apply(Filing filing, LevelShift shift) {
        filings.save(filing.close(shift.changeId(), clock.instant()));
    }
}
