package org.fugong.verification;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.account.Actor;
import org.fugong.calendar.WorkingDays;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a firm sees of the verification of its filing, and its answer to an order. */
@Component
public class VerificationAnswer {

    private final Verifications verifications;
    private final Filings filings;
    private final Enterprises enterprises;
    private final WorkingDays days;
    private final VerificationSettings settings;
    private final Clock clock;

    VerificationAnswer(Verifications verifications, Filings filings, Enterprises enterprises, WorkingDays days,
            VerificationSettings settings, Clock clock) {
        this.verifications = verifications;
        this.filings = filings;
        this.enterprises = enterprises;
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    /** The firm's own filing by its number. */
    @Transactional(readOnly = true)
    public Filing filing(Actor actor, String no) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        return filings.findByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
    }

    /** The latest verification of the firm's own filing. */
    @Transactional(readOnly = true)
    public Verification of(Filing filing) {
        return verifications.findFirstByFilingIdAndEnterpriseIdOrderByIdDesc(filing.id(), filing.enterpriseId())
                .orElseThrow(NotFound::new);
    }

    /** Answers the order; the same answer sent twice is one answer. */
    @Transactional
    public void answer(Actor actor, String no, String text) {
        var filing = filing(actor, no);
        var verification = of(filing);
        if (verification.state() == VerificationState.REPORTED && text.strip().equals(verification.answer())) {
            return;
        }
        verifications.save(verification.answer(text, days.after(LocalDate.now(clock), settings.recheck()), clock.instant()));
        filings.save(filing.checked(verification.dueOn()));
    }
}
