package org.fugong.verification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.risk.AffectedSubject;
import org.fugong.risk.LevelEffect;
import org.fugong.risk.LevelTransition;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** To low risk: open verifications become guidance, whatever they had ordered, and a firm that was stopped goes on. */
@Component
@Order(20)
class VerificationsEased implements LevelEffect {

    private final Verifications verifications;
    private final Filings filings;
    private final Notices notices;
    private final Clock clock;

    VerificationsEased(Verifications verifications, Filings filings, Notices notices, Clock clock) {
        this.verifications = verifications;
        this.filings = filings;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "verifications-eased";
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.eases();
    }

    @Override
    public int count(LevelTransition transition) {
        return verifications.countByCountyAndStateIn(transition.county(), VerificationState.OPEN);
    }

    @Override
    public List<AffectedSubject> touched(LevelTransition transition, long after, int atMost) {
        return verifications
                .findByCountyAndStateInAndIdGreaterThanOrderById(transition.county(), VerificationState.OPEN, after, Limit.of(atMost))
                .stream()
                .map(open -> {
                    var filing = filing(open);
                    return new AffectedSubject(open.id(), filing.name(), filing.no());
                }).toList();
    }

    @Override
    public int apply(LevelTransition transition, int atMost) {
        var told = new ArrayList<Notice>();
        for (var open : verifications.findForUpdateByCountyAndStateInOrderById(transition.county(), VerificationState.OPEN,
                Limit.of(atMost))) {
            var filing = filing(open);
            verifications.save(open.ease(clock.instant()));
            filings.save((filing.state() == FilingState.SUSPENDED ? filing.resume(clock.instant()) : filing).checked(null));
            told.add(
                    new Notice(open.enterpriseId(), "level-change:" + transition.changeId() + ":" + name() + ":" + open.id(),
                            "notice." + name(),
                            told(transition, filing.no()), "/my/filings/" + filing.no() + "/verification"));
        }
        notices.send(told);
        return told.size();
    }

    private Filing filing(Verification verification) {
        return filings.findById(verification.filingId()).orElseThrow();
    }
}
