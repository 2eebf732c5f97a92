package org.fugong.application;

import java.time.Clock;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one reply to an application, in which the lead department merges the opinions of all: permitted only where all agree, refused
 * for every item that one of them named. The second of two who reply at once is told.
 */
@Component
public class ApplicationReply {

    private final ApplicationFiles files;
    private final RefusalGrounds grounds;
    private final Opinions opinions;
    private final Filings filings;
    private final FilingsInForce inForce;
    private final Clock clock;

    ApplicationReply(ApplicationFiles files, RefusalGrounds grounds, Opinions opinions, Filings filings, FilingsInForce inForce,
            Clock clock) {
        this.files = files;
        this.grounds = grounds;
        this.opinions = opinions;
        this.filings = filings;
        this.inForce = inForce;
        this.clock = clock;
    }

    /**
     * Permits it, in the place of what its site had in force; {@code seen} is the version of the application that its page had shown.
     *
     * @throws NotFound outside the official's county
     * @throws ApplicationConflict where it is not possible now
     */
    @Transactional
    public Filing permit(Actor official, String no, int seen) {
        var filing = replied(official, no, seen, ApplicationAct.PERMIT);
        if (!disagreed(filing).isEmpty()) {
            throw new ApplicationConflict(ApplicationConflict.Problem.DISAGREED);
        }
        var now = clock.instant();
        try {
            return filings.save(inForce.replacedBy(filing, now).permit(official, now));
        } catch (FilingWithdrawal.Ordered ordered) {
            throw new ApplicationConflict(ApplicationConflict.Problem.ORDERED);
        }
    }

    /**
     * The same with the reasons, each of which names an item of the filing's list that applies to the firm, among them every
     * item that a department disagreed about, and with why the rules are contradicted where they found one of the items met.
     *
     * @throws NotFound where a reason is no ground
     * @throws IllegalArgumentException where an item of a department is left out, or a contradiction is not explained
     */
    @Transactional
    public Filing refuse(Actor official, String no, int seen, List<Reason> reasons, String contradiction) {
        var filing = replied(official, no, seen, ApplicationAct.REFUSE);
        var codes = reasons.stream().map(Reason::code).toList();
        if (!grounds.foreign(filing, grounds.of(filing), codes).isEmpty()) {
            throw new NotFound();
        }
        if (disagreed(filing).stream().anyMatch(reason -> !codes.contains(reason.code()))) {
            throw new IllegalArgumentException("A refusal names what a department disagreed about");
        }
        return filings.save(filing.refuse(official, reasons, contradiction, clock.instant()));
    }

    /** What departments disagree about, in the order in which they were asked. */
    @Transactional(readOnly = true)
    public List<Reason> disagreed(Filing filing) {
        return opinions.findByFilingIdOrderById(filing.id()).stream().flatMap(opinion -> opinion.reasons().stream()).toList();
    }

    private Filing replied(Actor official, String no, int seen, ApplicationAct act) {
        var filing = files.forLead(official, no, seen, act).filing();
        if (!opinions.findByFilingIdAndState(filing.id(), Opinion.State.OPEN).isEmpty()) {
            throw new ApplicationConflict(ApplicationConflict.Problem.OPINIONS_MISSING);
        }
        return filing;
    }
}
