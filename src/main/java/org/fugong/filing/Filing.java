package org.fugong.filing;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.account.Proof;
import org.fugong.edit.FieldEdit;
import org.fugong.rule.Verdict;
import org.fugong.web.Dates;
import org.hibernate.annotations.DynamicUpdate;
import org.springframework.dao.OptimisticLockingFailureException;

/** One filing of one site, from the first draft on: what was filed, under which level and list, and what became of it. */
@Entity
@DynamicUpdate // what has not changed is not written again, in whatever form it was stored
public class Filing extends ApplicationSteps {

    /** The filing has moved on meanwhile, so that what was asked for is no longer possible: look again. */
    public static class Overtaken extends OptimisticLockingFailureException {
        public Overtaken(Filing filing, String act) {
            super(act + " of filing " + filing.id + " in state " + filing.state);
        }
    }

    protected Filing() {
    }

    public static Filing start(Location location, FilingKind kind, FilingBasis basis, Instant now) {
        var filing = new Filing();
        filing.enterpriseId = location.enterpriseId();
        filing.siteId = location.siteId();
        filing.kind = kind;
        filing.state = FilingState.DRAFT;
        filing.contents = FilingContents.EMPTY;
        filing.edits = Map.of();
        filing.findings = List.of();
        filing.owed = List.of();
        filing.supplied = List.of();
        filing.succession = Succession.FIRST;
        filing.startedAt = now;
        filing.updatedAt = now;
        filing.restOn(location, basis);
        return filing.andEvent(new FilingStep.Started(filing));
    }

    /** Takes the draft over to another kind, or to the basis that is in force now; what was typed stays. */
    public Filing carryOver(Location location, FilingKind kind, FilingBasis basis, Instant now) {
        requireDraft("carrying over");
        this.kind = kind;
        restOn(location, basis);
        updatedAt = now;
        return this;
    }

    /** The draft is to be the next version of a filing in force, or, of null, a filing by itself; what was typed stays. */
    public Filing changing(Filing live) {
        requireDraft("changing");
        succession = live == null ? Succession.FIRST : Succession.after(live);
        return this;
    }

    /** Fills fields of a draft with what is known already, which no person has typed here. */
    public Filing carry(FilingContents known, CarriedFrom from, Instant now) {
        requireDraft("carrying known contents");
        edits = FieldEdit.carried(edits, contents.fields(), known.fields(), from.name(), now);
        contents = known;
        return this;
    }

    /** Changes what was filled in, with who changed each field, on which page (null: on none); saving the same once more is no change. */
    public Filing fill(FilingContents next, String by, String page, Instant now) {
        requireDraft("filling in");
        edits = FieldEdit.after(edits, contents.fields(), next.fields(), by, now, page);
        updatedAt = next.equals(contents) ? updatedAt : now;
        contents = next;
        return this;
    }

    public Filing submit(FilingNumber no, String token, Location location, FilingBasis basis, FilingSubject subject,
            ReviewedContents reviewed, SignedCommitment letter, Proof proof, LocalDate dueOn, Instant now) {
        requireDraft("submission");
        this.no = no.value();
        this.token = token;
        restOn(location, basis);
        this.subject = subject;
        this.contents = contents.facts(reviewed.facts());
        this.findings = reviewed.findings();
        this.owed = reviewed.owed();
        this.supplied = reviewed.supplied();
        this.owedFrom = reviewed.owedFrom();
        if (letter != null) {
            keep(letter);
        }
        this.heading = FilingHeading.of(subject, contents.plan());
        this.dueOn = dueOn;
        this.state = kind.submitted();
        this.submittedAt = now;
        this.updatedAt = now;
        return andEvent(FilingStep.Submitted.of(this, proof));
    }

    public Filing withdraw(Instant now) {
        require(FilingAct.WITHDRAW.possible(state), "withdrawal");
        return become(FilingState.WITHDRAWN, null, now, from -> new FilingTransition.Withdrawn(id, county, from));
    }

    /** The firm has ended the work that it was filed for. */
    public Filing end(Instant now) {
        require(FilingAct.CLOSE.possible(state), "closing by the firm");
        var due = owesAdvice() ? List.<String>of() : owed().stream().map(OwedItem::code).toList();
        return become(FilingState.ENDED, null, now, from -> new FilingTransition.Ended(id, county, from, due));
    }

    /** A newer filing of the same site takes the place of this one: its next version, or one under another regime. */
    public Filing supersede(Filing newer, Instant now) {
        require(state.live(), "superseding");
        succession = succession.followedBy(newer);
        return become(FilingState.CHANGED, null, now, from -> new FilingTransition.Superseded(id, county, from, newer.id));
    }

    /** The county has come to low risk: what is owed becomes advice, for good. */
    public Filing advise(Instant now) {
        advisedAt = now;
        return andEvent(new FilingStep.Advised(id, county, owed().stream().map(OwedItem::code).toList()));
    }

    /** The place of a former version is taken: what was supplied to that since this one was submitted is supplied. */
    Filing inherit(Filing former) {
        var later = former.supplied.stream().filter(item -> supplied(item.code()) == null && owed.stream()
                .anyMatch(owing -> owing.code().equals(item.code()))).toList();
        if (succession.changes(former) && !later.isEmpty()) {
            supplied = Stream.concat(supplied.stream(), later.stream()).toList();
        }
        return this;
    }

    /** A check has found items met on a day: those of them that are owed are owed no longer. */
    public Filing supply(Collection<String> met, LocalDate day) {
        var codes = owed().stream().map(OwedItem::code).filter(met::contains).toList();
        if (codes.isEmpty()) {
            return this;
        }
        supplied = Stream.concat(supplied.stream(), codes.stream().map(code -> SuppliedItem.confirmed(code, day))).toList();
        return andEvent(new FilingStep.Supplied(id, county, codes, false));
    }

    /** The firm itself has supplied an item that it owed. */
    public Filing supply(SuppliedItem item) {
        require(supplies(item.code()), "supplying " + item.code());
        supplied = Stream.concat(supplied.stream(), Stream.of(item)).toList();
        return andEvent(new FilingStep.Supplied(id, county, List.of(item.code()), true));
    }

    /** The day of owed items has passed, and the county is to look. */
    public Filing overdue(List<String> codes) {
        return andEvent(new FilingStep.OwedOverdue(id, county, enterpriseId, codes));
    }

    /** The draft goes on as another kind, because the level of the county has changed; what it rests on is shown to have changed. */
    public Filing switchTo(FilingKind next) {
        requireDraft("switching");
        var from = kind;
        kind = next;
        return andEvent(new FilingStep.Switched(id, county, from, next));
    }

    /** The county has looked after the filing; it acts next by that day, or not at all. */
    public Filing checked(LocalDate nextDue) {
        dueOn = nextDue;
        return this;
    }

    /** Work has to stop until the order is lifted. */
    public Filing suspend(String reason, Instant now) {
        require(state.mayStart() && state.live(), "suspension");
        return become(FilingState.SUSPENDED, dueOn, now, from -> new FilingTransition.Suspended(id, county, from, reason));
    }

    /** The order to stop is lifted: back to what the filing was when it was submitted, or permitted. */
    public Filing resume(Instant now) {
        require(state == FilingState.SUSPENDED, "resumption");
        var to = kind != FilingKind.APPLICATION ? kind.submitted() : decision == null ? FilingState.EFFECTIVE : FilingState.PERMITTED;
        return become(to, dueOn, now, from -> new FilingTransition.Resumed(id, county, from, to));
    }

    /** Leaves the trace of a draft that its firm threw away. */
    public Filing discard() {
        requireDraft("deletion");
        return andEvent(new FilingStep.Discarded(id, county, kind));
    }

    private void restOn(Location location, FilingBasis basis) {
        county = location.county();
        province = location.province();
        this.basis = basis;
    }

    private void requireDraft(String act) {
        require(state == FilingState.DRAFT, act);
    }
}
