package org.fugong.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fugong.account.Role;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a firm what a county is going to check, has concluded, ordered, extended and closed, and the county what a firm has answered,
 * as it is done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class VerificationNotices {

    private static final String OPENED = "opened";

    /** Steps of the county that a firm has to know; what is concluded is told by its outcome, a check where it is announced. */
    static final Set<String> TOLD = Set.of(OPENED, "decided", "sent-back", "extended", "closed", "released");

    private static final String ANSWERED = "answered";

    private final Notices notices;
    private final Filings filings;

    VerificationNotices(Notices notices, Filings filings) {
        this.notices = notices;
        this.filings = filings;
    }

    @EventListener
    void on(VerificationEvent event) {
        var verification = event.verification();
        var filing = filings.findById(verification.filingId()).orElseThrow();
        var no = filing.no();
        key(event, filing).ifPresent(key -> notices.send(List.of(new Notice(verification.enterpriseId(),
                verification.subject() + ":" + event.what() + ":" + verification.version(), key, arguments(event, no),
                "/my/filings/" + no + "/verification"))));
        if (event.what().equals(ANSWERED)) {
            notices.tell(List.of(new StaffNotice(Role.OFFICIAL, verification.county(), null,
                    verification.subject() + ":answered:" + verification.version(), "notice.staff.answered",
                    List.of(no), "/desk/verifications/" + verification.id())));
        }
    }

    /** The number of the filing with the day that is told of, and of a check what it was opened for. */
    private static List<String> arguments(VerificationEvent event, String no) {
        var verification = event.verification();
        if (event.what().equals(OPENED)) {
            return List.of(no, verification.dueOn().toString(), "#verification.opened-for." + verification.openedFor());
        }
        return verification.rectifyBy() == null ? List.of(no) : List.of(no, verification.rectifyBy().toString());
    }

    private static Optional<String> key(VerificationEvent event, Filing filing) {
        return Optional.of(event.what()).filter(TOLD::contains)
                .filter(what -> !what.equals(OPENED) || announced(event.verification().openedFor(), filing))
                .map(what -> "notice.verification." + (what.equals("decided") ? event.verification().outcome() : what));
    }

    private static boolean announced(VerificationTrigger trigger, Filing filing) {
        return trigger.announced(filing.basis().regime()) && !trigger.announcesItself();
    }
}
