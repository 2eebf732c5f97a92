package org.fugong.submission;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.account.FreshProof;
import org.fugong.account.Proof;
import org.fugong.attachment.Attaching;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Site;
import org.fugong.filing.Applicability;
import org.fugong.filing.Applicable;
import org.fugong.filing.Deadlines;
import org.fugong.filing.EpidemicEnd;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingNumber;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingStep;
import org.fugong.filing.FilingSubject;
import org.fugong.filing.Filings;
import org.fugong.filing.SignedCommitment;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.risk.RiskLevels;
import org.fugong.submission.SubmissionRefused.Reason;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submits a draft: derives level, regime and list, checks, gives the number and keeps all of it, in one transaction that
 * holds the draft's row, so that however often it is sent it is one filing with the same receipt.
 */
@Component
public class FilingSubmission {

    private final Filings filings;
    private final StandingFilings standingFilings;
    private final Applicability applicability;
    private final CommitmentLetter letters;
    private final FreshProof proofs;
    private final RiskLevels levels;
    private final Deadlines deadlines;
    private final EpidemicEnd end;
    private final FilingSerials serials;
    private final Attaching attaching;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FilingSubmission(Filings filings, StandingFilings standingFilings, Applicability applicability, CommitmentLetter letters,
            FreshProof proofs, RiskLevels levels, Deadlines deadlines, EpidemicEnd end, FilingSerials serials,
            Attaching attaching, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.filings = filings;
        this.standingFilings = standingFilings;
        this.applicability = applicability;
        this.letters = letters;
        this.proofs = proofs;
        this.levels = levels;
        this.deadlines = deadlines;
        this.end = end;
        this.serials = serials;
        this.attaching = attaching;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The filing with its receipt; a draft that was submitted already is that same filing.
     *
     * @throws NotFound where the draft is another firm's
     * @throws SubmissionRefused where something stands in the way
     */
    public Filing submit(Actor actor, long draftId, Confirmation confirmation) {
        // a slow hash: before the transaction, so that no row is held meanwhile
        var proof = proof(actor, draftId, confirmation.password());
        return transaction.execute(status -> submit(actor, draftId, confirmation, proof.orElse(null)));
    }

    /**
     * The same for a firm that has signed on paper, whose scan is attached; the caller has made sure of both.
     *
     * @throws SubmissionRefused where something stands in the way
     */
    public Filing submitOnPaper(Actor actor, long draftId, Confirmation confirmation) {
        return transaction.execute(status -> submit(actor, draftId, confirmation, new Proof(Proof.Means.PAPER, clock.instant())));
    }

    /** A password is looked at only where there is something to sign with it. */
    private Optional<Proof> proof(Actor actor, long draftId, String password) {
        return Typed.isBlank(password)
                ? proofs.held(actor)
                : filings.signable(draftId, actor.accountId()) ? proofs.of(actor, password) : Optional.empty();
    }

    private Filing submit(Actor actor, long draftId, Confirmation confirmation, Proof proof) {
        var owner = filings.owner(draftId, actor.accountId()).orElseThrow(NotFound::new);
        var enterprise = owner.enterprise();
        var site = owner.site();
        levels.hold(site.county());
        var draft = filings.findForUpdateByIdAndEnterpriseId(draftId, enterprise.id()).orElseThrow(NotFound::new);
        if (draft.state() != FilingState.DRAFT) {
            return draft;
        }
        if (draft.kind().answered() && confirmation.signedName() == null) {
            throw SubmissionRefused.because(Reason.UNCONFIRMED);
        }
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Dates.ZONE);
        var applicable = applicability.at(site, now);
        var subject = subject(enterprise, site);
        var live = standingFilings.requireNothingAgainst(draft, site, applicable);
        if (live.stream().anyMatch(other -> draft.succession().changes(other) && applicable.outdates(other))) {
            // under another regime it is a filing by itself, as it would have been without the one before
            draft.changing(null);
        }
        var changed = live.stream().filter(draft.succession()::changes).findFirst().orElse(null);
        var review = Review.of(draft, enterprise, applicable.list(), today, () -> end.of(applicable.location().province()), changed);
        if (!review.ready()) {
            throw SubmissionRefused.incomplete(review);
        }
        if (confirmation.shown() != null && !confirmation.shown().sameText(draft, applicable)) {
            throw SubmissionRefused.because(Reason.OVERTAKEN);
        }
        if (draft.kind() == FilingKind.COMMITMENT && proof == null) {
            throw SubmissionRefused.because(Reason.IDENTITY_NOT_PROVEN);
        }
        if (draft.kind().answered()) {
            draft.fill(draft.contents().signatory(confirmation.signedName(), draft.signedRole()), actor.name(), null, now);
        }
        // while it is a draft: what was filed keeps what is attached to it
        boolean onPaper = proof != null && proof.by() == Proof.Means.PAPER;
        attaching.keepOnly(draft.id(), site.county(), review.applying(), onPaper);
        var checkDue = Optional.ofNullable(changed).map(Filing::dueOn).orElse(null);
        // before the newer one is written: a site has one of them; what an application is to replace stands until it is permitted
        live.stream().filter(other -> draft.kind() != FilingKind.APPLICATION || other.state().undecided())
                .forEach(other -> filings.saveAndFlush(other.supersede(draft, now)));
        var letter = draft.kind() == FilingKind.COMMITMENT
                ? SignedCommitment.sign(letters.text(draft, subject, applicable, review, today),
                        new Signatory(draft.signedName(), draft.signedRole(), confirmation.address()), now)
                : null;
        var filed = draft.submit(FilingNumber.of(site.county(), today, serials.next()), token(), applicable.location(),
                applicable.basis(), subject, review.contents(), letter, proof, due(applicable, now, checkDue), now);
        if (changed != null) {
            events.publishEvent(FilingStep.Changed.of(changed, filed));
        }
        return filings.save(filed);
    }

    /** What stands in the way of a draft whatever is filled in, so that its page need not offer what would be refused. */
    @Transactional(readOnly = true)
    public Optional<SubmissionRefused> hindrance(Draft draft) {
        try {
            standingFilings.requireNothingAgainst(draft.filing(), draft.site(), draft.applicable());
            return Optional.empty();
        } catch (SubmissionRefused refused) {
            return Optional.of(refused);
        }
    }

    /** A check that was due already is due no later: nobody puts it off by changing what is to be checked. */
    private LocalDate due(Applicable applicable, Instant now, LocalDate checkDue) {
        return switch (applicable.county().regime()) {
            case NOTICE -> null;
            case RECORD -> {
                var due = deadlines.check(now);
                yield checkDue != null && checkDue.isBefore(due) ? checkDue : due;
            }
            case APPROVAL -> deadlines.reply(now);
        };
    }

    static FilingSubject subject(Enterprise enterprise, Site site) {
        return new FilingSubject(enterprise.creditCode().value(), enterprise.name(), enterprise.registeredAddress(), site.name(),
                site.address(),
                site.township(), site.park(), enterprise.industry(), enterprise.sizeClass(), enterprise.keyClass(),
                enterprise.legalRepresentative(), enterprise.contact(), enterprise.phone().value());
    }

    private String token() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
