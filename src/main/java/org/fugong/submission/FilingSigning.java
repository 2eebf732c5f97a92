package org.fugong.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.FreshProof;
import org.fugong.account.Proof;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Applicability;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
import org.fugong.filing.SignedCommitment;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.submission.SubmissionRefused.Reason;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the commitment for an application that is open: while the county replies to applications it is kept for the day on
 * which the county no longer does; from then on the application takes effect as soon as it is signed.
 */
@Component
public class FilingSigning {

    private final Filings filings;
    private final Enterprises enterprises;
    private final FreshProof proofs;
    private final Applicability applicability;
    private final CommitmentLetter letters;
    private final RiskLevels levels;
    private final Deadlines deadlines;
    private final FilingsInForce inForce;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FilingSigning(Filings filings, Enterprises enterprises, FreshProof proofs, Applicability applicability, CommitmentLetter letters,
            RiskLevels levels, Deadlines deadlines, FilingsInForce inForce, TransactionTemplate transaction, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.proofs = proofs;
        this.applicability = applicability;
        this.letters = letters;
        this.levels = levels;
        this.deadlines = deadlines;
        this.inForce = inForce;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The application as it is then; signed twice it is signed once.
     *
     * @param password what it is signed with where the session holds no fresh proof of identity
     * @throws NotFound where it is another firm's, or no application
     * @throws SubmissionRefused where the identity is not proven, or it would take the place of a filing about which an order stands
     * @throws Filing.Overtaken where it is not open any more
     */
    public Filing sign(Actor actor, String no, Signatory signatory, String password) {
        var seen = enterprises.of(actor).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id()))
                .filter(filing -> filing.kind() == FilingKind.APPLICATION).orElseThrow(NotFound::new);
        if (seen.letter() != null) {
            return seen;
        }
        // a slow hash: before the transaction, so that no row is held meanwhile
        var proof = proofs.of(actor, password).orElseThrow(() -> SubmissionRefused.because(Reason.IDENTITY_NOT_PROVEN));
        return transaction.execute(status -> sign(seen, signatory, proof));
    }

    private Filing sign(Filing seen, Signatory signatory, Proof proof) {
        levels.hold(seen.county());
        var filing = filings.findForUpdateByNoAndEnterpriseId(seen.no(), seen.enterpriseId()).orElseThrow();
        if (filing.letter() != null) {
            return filing;
        }
        var now = clock.instant();
        boolean effective = levels.at(filing.county(), now).regime() == Regime.RECORD;
        var text = String.join("\n", letters.lines(filing, applicability.listOf(filing), effective, signatory,
                LocalDate.ofInstant(now, Dates.ZONE), Locale.SIMPLIFIED_CHINESE));
        var signed = filings.save(filing.sign(SignedCommitment.sign(text, signatory, now), proof, now));
        return effective ? takeEffect(signed, now) : signed;
    }

    private Filing takeEffect(Filing signed, Instant now) {
        try {
            return filings.save(inForce.replacedBy(signed, now).takeEffect(deadlines.check(now), now));
        } catch (FilingWithdrawal.Ordered ordered) {
            throw SubmissionRefused.because(Reason.ORDERED, inForce.beside(signed).orElseThrow());
        }
    }
}
