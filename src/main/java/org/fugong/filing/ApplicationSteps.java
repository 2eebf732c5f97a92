package org.fugong.filing;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.fugong.account.Actor;
import org.fugong.account.Proof;
import org.fugong.audit.Audited;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.fugong.web.Dates;

/** What happens to a filing that is an application, from its acceptance to the one reply. */
@MappedSuperclass
public abstract class ApplicationSteps extends FilingRecord {

    /** The lead department has accepted it: from now on departments give their opinions. */
    public Filing accept(Instant now) {
        requireState(FilingState.SUBMITTED, "acceptance");
        return become(FilingState.ACCEPTED, dueOn, now, from -> new FilingTransition.Accepted(id, county, from));
    }

    /** The lead department does not take it up, for a reason that the firm is told. */
    public Filing notAccept(Actor official, String reason, Instant now) {
        requireState(FilingState.SUBMITTED, "non-acceptance");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("What is not accepted is given a reason");
        }
        decision = new Decision(false, List.of(), null, official.name(), now, reason.strip());
        return become(FilingState.NOT_ACCEPTED, null, now, from -> new FilingTransition.NotAccepted(id, county, from, reason.strip()));
    }

    /** The firm is asked to put things right; {@code targets} names the items and fields. Nothing is due from the county meanwhile. */
    public Filing askCorrection(List<String> targets, Instant now) {
        requireState(FilingState.SUBMITTED, "asking for a correction");
        return become(FilingState.CORRECTION, null, now, from -> new FilingTransition.CorrectionAsked(id, county, from, targets));
    }

    /** The firm has put things right; {@code changed} names what it has changed. The county replies by that day. */
    public Filing correct(FilingContents corrected, List<Finding> judged, List<String> changed, LocalDate replyBy, Instant now) {
        requireState(FilingState.CORRECTION, "correction");
        contents = corrected;
        findings = List.copyOf(judged);
        heading = FilingHeading.of(subject, contents.plan());
        return become(FilingState.SUBMITTED, replyBy, now, from -> new FilingTransition.Corrected(id, county, from, changed));
    }

    /** The one reply: work may start. */
    public Filing permit(Actor official, Instant now) {
        requireState(FilingState.ACCEPTED, "permission");
        decision = new Decision(true, List.of(), null, official.name(), now, null);
        owedSince(now);
        return become(FilingState.PERMITTED, null, now, from -> new FilingTransition.Permitted(id, county, from));
    }

    /** {@code contradiction} says why an item that the rules found met is none; it is kept only where a reason names such an item. */
    public Filing refuse(Actor official, List<Decision.Reason> reasons, String contradiction, Instant now) {
        requireState(FilingState.ACCEPTED, "refusal");
        if (reasons.isEmpty() || reasons.stream().anyMatch(reason -> verdict(reason.code()) == Verdict.NOT_APPLICABLE)) {
            throw new IllegalArgumentException("A refusal rests on items of the list that apply to the firm");
        }
        boolean contradicts = reasons.stream().anyMatch(reason -> verdict(reason.code()) == Verdict.MET);
        if (contradicts && (contradiction == null || contradiction.isBlank())) {
            throw new IllegalArgumentException("A refusal for what the rules found met says why");
        }
        decision = new Decision(false, List.copyOf(reasons), contradicts ? contradiction.strip() : null, official.name(), now, null);
        return become(FilingState.REFUSED, null, now, from -> new FilingTransition.Refused(id, county, from, decision));
    }

    /** The county has come to low risk while the application was open: nothing is left to decide, work may start. */
    public Filing close(long changeId, Instant now) {
        require(state.undecided(), "closing");
        return become(FilingState.CLOSED, null, now, from -> new FilingTransition.Closed(id, county, from, changeId));
    }

    /** The firm promises the conditions of its application, too: where no reply is needed any more it takes effect on that. */
    public Filing sign(SignedCommitment commitment, Proof proof, Instant now) {
        require(state.undecided() && kind == FilingKind.APPLICATION && letter == null, "signing");
        keep(commitment);
        contents = contents.signatory(commitment.signedName(), commitment.signedRole());
        updatedAt = now;
        return andEvent(new FilingStep.Signed(id, county, letterHash, proof));
    }

    /** The application stands as a commitment from now on and is checked afterwards by that day. */
    public Filing takeEffect(LocalDate checkBy, Instant now) {
        require(state.undecided() && letter != null, "taking effect");
        owedSince(now);
        return become(FilingState.EFFECTIVE, checkBy, now,
                from -> new FilingTransition.TookEffect(id, county, from, enterpriseId, checkBy));
    }

    /** A change puts nothing off: what it owes is owed since the version before said so. */
    private void owedSince(Instant now) {
        owedFrom = owedFrom == null ? LocalDate.ofInstant(now, Dates.ZONE) : owedFrom;
    }

    final void keep(SignedCommitment signed) {
        letter = signed.text();
        letterHash = signed.hash();
        signedAt = signed.at();
        signedFrom = signed.from();
    }

    final Filing become(FilingState next, LocalDate due, Instant now, Function<FilingState, Audited> event) {
        var from = state;
        state = next;
        dueOn = due;
        updatedAt = now;
        return andEvent(event.apply(from));
    }

    final void require(boolean possible, String act) {
        if (!possible) {
            throw new Filing.Overtaken((Filing) this, act);
        }
    }

    private void requireState(FilingState needed, String act) {
        require(state == needed, act);
    }
}
