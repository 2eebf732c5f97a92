package org.fugong.filing;

import java.util.List;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a firm how its application was decided, in the transaction of the decision. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FilingNotices {

    private final Notices notices;
    private final Filings filings;

    FilingNotices(Notices notices, Filings filings) {
        this.notices = notices;
        this.filings = filings;
    }

    @EventListener
    void on(FilingTransition.Permitted permitted) {
        tell(permitted.filingId(), "permitted");
    }

    @EventListener
    void on(FilingTransition.Refused refused) {
        tell(refused.filingId(), "refused");
    }

    @EventListener
    void on(FilingTransition.Accepted accepted) {
        tell(accepted.filingId(), "accepted");
    }

    @EventListener
    void on(FilingTransition.NotAccepted refused) {
        tell(refused.filingId(), "not-accepted");
    }

    @EventListener
    void on(FilingTransition.CorrectionAsked asked) {
        var filing = filings.findById(asked.filingId()).orElseThrow();
        notices.send(List.of(new Notice(filing.enterpriseId(), "filing:" + filing.id() + ":correction", "notice.filing.correction",
                List.of(filing.no(), String.valueOf(asked.targets().size())), "/my/filings/" + filing.no() + "/correction")));
    }

    private void tell(long filingId, String what) {
        var filing = filings.findById(filingId).orElseThrow();
        notices.send(List.of(new Notice(filing.enterpriseId(), "filing:" + filingId + ":" + what, "notice.filing." + what,
                List.of(filing.no()), "/my/filings/" + filing.no())));
    }
}
