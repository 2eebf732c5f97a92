package org.fugong.filing;

import java.util.List;
import org.fugong.account.Role;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a county's officials what firms do that they have to act on, in the transaction of the act. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FilingStaffNotices {

    private final Notices notices;
    private final Filings filings;

    FilingStaffNotices(Notices notices, Filings filings) {
        this.notices = notices;
        this.filings = filings;
    }

    /** What they may be about to decide or to visit. */
    @EventListener
    void on(FilingTransition.Withdrawn withdrawn) {
        var filing = filings.findById(withdrawn.filingId()).orElseThrow();
        if (filing.kind() != FilingKind.NOTICE) {
            tell(withdrawn, "withdrawn", "notice.staff.withdrawn", List.of(filing.no()), filing.no());
        }
    }

    /** What they had sent back, and now have to go on with. */
    @EventListener
    void on(FilingTransition.Corrected corrected) {
        var filing = filings.findById(corrected.filingId()).orElseThrow();
        tell(corrected, "corrected", "notice.staff.corrected", List.of(filing.no(), filing.dueOn().toString()), filing.no());
    }

    /** What they may be about to look for; what a check of their own has confirmed they know. */
    @EventListener
    void on(FilingStep.Supplied supplied) {
        if (supplied.byFirm()) {
            var no = filings.findById(supplied.filingId()).orElseThrow().no();
            var items = String.join(" ", supplied.items());
            tell(supplied, "supplied:" + items, "notice.staff.owed-supplied", List.of(no, items), no);
        }
    }

    /** What they are about to check is another version now; an application for one comes to them as an application. */
    @EventListener
    void on(FilingStep.Changed changed) {
        var kind = filings.findById(changed.filingId()).orElseThrow().kind();
        if (kind != FilingKind.NOTICE && kind != FilingKind.APPLICATION) {
            tell(changed, "changed", "notice.staff.changed", List.of(changed.formerNo(), String.valueOf(changed.edition()), changed.no()),
                    changed.no());
        }
    }

    /** Whom they need not visit any more; what they were not going to look at is of no concern to them. */
    @EventListener
    void on(FilingTransition.Ended ended) {
        var filing = filings.findById(ended.filingId()).orElseThrow();
        if (filing.kind() != FilingKind.NOTICE) {
            tell(ended, "ended", "notice.staff.ended", List.of(filing.no()), filing.no());
        }
    }

    private void tell(FilingStep step, String what, String key, List<String> arguments, String no) {
        notices.tell(List.of(new StaffNotice(Role.OFFICIAL, step.county(), null, "filing:" + step.filingId() + ":" + what, key, arguments,
                "/desk/filings/" + no)));
    }
}
