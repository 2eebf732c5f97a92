package org.fugong.filing;

import java.util.List;
import java.util.Optional;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a firm how its application was decided, and what becomes of what it had before, in the transaction of the decision. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FilingNotices {

    private final Notices notices;
    private final Filings filings;
    private final FilingsInForce inForce;

    FilingNotices(Notices notices, Filings filings, FilingsInForce inForce) {
        this.notices = notices;
        this.filings = filings;
        this.inForce = inForce;
    }

    @EventListener
    void on(FilingTransition.Permitted permitted) {
        tell(permitted.filingId(), "permitted");
    }

    @EventListener
    void on(FilingTransition.Refused refused) {
        tellNo(refused.filingId(), "refused");
    }

    @EventListener
    void on(FilingTransition.Accepted accepted) {
        tell(accepted.filingId(), "accepted");
    }

    @EventListener
    void on(FilingTransition.NotAccepted refused) {
        tellNo(refused.filingId(), "not-accepted");
    }

    /** What its firm has now instead of an application that it took back, if it has something. */
    @EventListener
    void on(FilingTransition.Withdrawn withdrawn) {
        var filing = filings.findById(withdrawn.filingId()).orElseThrow();
        stands(filing).ifPresent(former -> notices.send(List.of(new Notice(filing.enterpriseId(), "filing:" + filing.id() + ":withdrawn",
                "notice.filing.withdrawn.stands", List.of(filing.no(), former.no()), "/my/filings/" + former.no()))));
    }

    /** What the firm itself has filed anew takes the place of the former one at once; what it applied for, with the reply. */
    @EventListener
    void on(FilingTransition.Superseded superseded) {
        var newer = filings.findById(superseded.by()).orElseThrow();
        if (newer.state().undecided()) {
            var former = filings.findById(superseded.filingId()).orElseThrow();
            notices.send(List.of(new Notice(former.enterpriseId(), "filing:" + former.id() + ":superseded", "notice.filing.superseded",
                    List.of(former.no(), newer.no()), "/my/filings/" + newer.no())));
        }
    }

    @EventListener
    void on(FilingTransition.CorrectionAsked asked) {
        var filing = filings.findById(asked.filingId()).orElseThrow();
        notices.send(List.of(new Notice(filing.enterpriseId(), "filing:" + filing.id() + ":correction", "notice.filing.correction",
                List.of(filing.no(), String.valueOf(asked.targets().size())), "/my/filings/" + filing.no() + "/correction")));
    }

    /** With what stays in force all the same, if something does. */
    private void tellNo(long filingId, String what) {
        var filing = filings.findById(filingId).orElseThrow();
        var former = stands(filing);
        if (former.isEmpty()) {
            tell(filingId, what);
        } else {
            notices.send(List.of(new Notice(filing.enterpriseId(), "filing:" + filingId + ":" + what, "notice.filing." + what + ".stands",
                    List.of(filing.no(), former.get().no()), "/my/filings/" + filing.no())));
        }
    }

    /** A notice of low risk does not stand where something was applied for in vain. */
    private Optional<Filing> stands(Filing ended) {
        return ended.kind() != FilingKind.APPLICATION
                ? Optional.empty()
                : inForce.beside(ended).filter(former -> former.kind() != FilingKind.NOTICE && former.state() != FilingState.SUSPENDED);
    }

    private void tell(long filingId, String what) {
        var filing = filings.findById(filingId).orElseThrow();
        notices.send(List.of(new Notice(filing.enterpriseId(), "filing:" + filingId + ":" + what, "notice.filing." + what,
                List.of(filing.no()), "/my/filings/" + filing.no())));
    }
}
