package org.fugong.verification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fugong.account.Role;
import org.fugong.filing.Filings;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells a firm what a county has concluded, ordered, extended and closed, and the county what a firm has answered, as it is done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class VerificationNotices {

    /** Steps of the county that a firm has to know; what is concluded is told by its outcome. */
    static final Set<String> TOLD = Set.of("decided", "sent-back", "extended", "closed", "released");

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
        key(event).ifPresent(key -> {
            var no = filings.findById(verification.filingId()).orElseThrow().no();
            notices.send(List.of(new Notice(verification.enterpriseId(),
                    verification.subject() + ":" + event.what() + ":" + verification.version(), key,
                    verification.rectifyBy() == null ? List.of(no) : List.of(no, verification.rectifyBy().toString()),
                    "/my/filings/" + no + "/verification")));
        });
        if (event.what().equals(ANSWERED)) {
            notices.tell(List.of(new StaffNotice(Role.OFFICIAL, verification.county(), null,
                    verification.subject() + ":answered:" + verification.version(), "notice.staff.answered",
                    List.of(filings.findById(verification.filingId()).orElseThrow().no()), "/desk/verifications/" + verification.id())));
        }
    }

    private static Optional<String> key(VerificationEvent event) {
        return Optional.of(event.what()).filter(TOLD::contains)
                .map(what -> "notice.verification." + (what.equals("decided") ? event.verification().outcome() : what));
    }
}
