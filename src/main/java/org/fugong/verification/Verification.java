package org.fugong.verification;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;

/** One check of a filing after the fact: planned, concluded, and where something was ordered, answered and closed. */
@Entity
@DynamicUpdate // what has not changed is not written again, in whatever form it was stored
public class Verification extends VerificationRecord {

    protected Verification() {
    }

    Verification(VerificationTrigger openedFor, long filingId, String county, long enterpriseId, LocalDate dueOn, Instant now) {
        this.openedFor = openedFor;
        this.filingId = filingId;
        this.county = county;
        this.enterpriseId = enterpriseId;
        this.state = VerificationState.PLANNED;
        this.dueOn = dueOn;
        this.openedAt = now;
        this.results = ItemResults.NONE;
        this.orderedItems = List.of();
        happened("opened", null, Map.of("filing", filingId, "dueOn", dueOn, "for", openedFor));
    }

    /** Keeps results without concluding. */
    Verification record(ItemResults results, Checklist list) {
        require(state == VerificationState.PLANNED);
        VerificationRefused.unless(Conclusion.outside(list, results));
        this.results = results;
        return happened("recorded", state, Map.of("marked", list.items().size() - list.unmarked(results).size()));
    }

    /** Looks whether this could be concluded, and changes nothing. */
    Verification examine(Conclusion conclusion, ItemResults marks, Checklist list, Deadline deadline, ActContext act) {
        require(state == VerificationState.PLANNED);
        VerificationRefused.unless(conclusion.problems(list, list.preset(marks), deadline, act.lowRisk()));
        return this;
    }

    /** Concludes the check; the failed items are those an order or advice names. An item without a mark that did not apply does not. */
    Verification conclude(Conclusion conclusion, ItemResults marks, Checklist list, Deadline deadline, ActContext act) {
        examine(conclusion, marks, list, deadline, act);
        var results = list.preset(marks);
        var before = state;
        this.results = results;
        this.outcome = conclusion.outcome();
        this.statement = conclusion.text();
        this.orderedItems = list.of(results.failed()).stream().map(item -> item.code()).toList();
        this.decidedAt = act.at();
        this.decidedBy = act.by().accountId();
        this.state = VerificationState.valueOf(outcome.name());
        this.rectifyBy = outcome.orders() ? conclusion.by() : null;
        this.dueOn = rectifyBy;
        if (!outcome.orders()) {
            end(act);
        }
        return happened("decided", before, traced(list.contradicted(results)));
    }

    /** The items found met, also those that failed and are put right; none before it is concluded. */
    List<String> settled() {
        if (state == VerificationState.PLANNED) {
            return List.of();
        }
        var repaired = state == VerificationState.CLOSED ? results.failed() : List.<String>of();
        return Stream.of(results.with(Conformity.CONFORMS), results.with(Conformity.MOSTLY), repaired).flatMap(List::stream).toList();
    }

    /** The firm says what it has done about an order. */
    Verification answer(String text, LocalDate recheckBy, Instant now) {
        require(state.awaitsFirm());
        var before = state;
        this.answer = text.strip();
        this.answeredAt = now;
        this.state = VerificationState.REPORTED;
        this.dueOn = recheckBy;
        return happened("answered", before, Map.of("text", answer));
    }

    /** What was ordered is done. Without an answer of the firm the official says how that is known. */
    Verification close(String note, ActContext act) {
        require(state.ordered());
        if (note.isBlank() && state != VerificationState.REPORTED) {
            throw new VerificationRefused(List.of(new InputProblem("note", "verification.note.missing")));
        }
        var before = state;
        this.state = VerificationState.CLOSED;
        end(act);
        return happened("closed", before, Map.of("text", note.strip()));
    }

    /** The filing was taken back or replaced, so there is nothing left to check. */
    Verification lapse(Instant now) {
        require(state.open());
        var before = state;
        this.state = VerificationState.CLOSED;
        this.dueOn = null;
        this.closedAt = now;
        return happened("lapsed", before, Map.of());
    }

    /** Whether it ended because its filing did, with nothing checked. */
    public boolean lapsed() {
        return state == VerificationState.CLOSED && outcome == null;
    }

    /** An order that stands in a county of low risk becomes advice. */
    Verification release(ActContext act) {
        require(state.ordered() && act.lowRisk());
        var before = state;
        this.state = VerificationState.GUIDANCE;
        end(act);
        return happened("released", before, Map.of());
    }

    /** The county has come to low risk: whatever was planned or ordered is advice from now on. */
    Verification ease(Instant now) {
        require(state.open());
        var before = state;
        this.state = VerificationState.GUIDANCE;
        if (outcome == null) {
            this.outcome = Outcome.GUIDANCE;
            this.decidedAt = now;
        }
        this.dueOn = null;
        this.closedAt = now;
        return happened("eased", before, Map.of());
    }

    /** The answer does not settle it: which of the ordered items are left, why, and a new date. */
    Verification sendBack(List<String> left, String reason, LocalDate by, Deadline deadline, ActContext act) {
        require(state == VerificationState.REPORTED);
        var problems = new ArrayList<>(lowRisk(act));
        if (left.isEmpty() || !orderedItems.containsAll(left)) {
            problems.add(new InputProblem("items", "verification.left.missing"));
        }
        left.stream().filter(code -> !orderedItems.contains(code))
                .forEach(code -> problems.add(new InputProblem("", Conclusion.OUTSIDE_LIST, code)));
        if (reason.isBlank()) {
            problems.add(new InputProblem("reason", "verification.reason.missing"));
        }
        problems.addAll(deadline.problems("by", by));
        VerificationRefused.unless(problems);
        this.orderedItems = orderedItems.stream().filter(left::contains).toList();
        this.state = VerificationState.valueOf(outcome.name());
        this.rectifyBy = by;
        this.dueOn = by;
        return happened("sent-back", VerificationState.REPORTED, Map.of("items", orderedItems, "by", by, "text", reason.strip()));
    }

    /** Gives the firm more time, before or after it has answered. */
    Verification extend(LocalDate by, Deadline deadline, ActContext act) {
        require(state.ordered());
        var problems = new ArrayList<>(lowRisk(act));
        problems.addAll(deadline.problems("until", by));
        if (problems.isEmpty() && !by.isAfter(rectifyBy)) {
            problems.add(new InputProblem("until", "verification.by.not-later", rectifyBy));
        }
        VerificationRefused.unless(problems);
        var before = rectifyBy;
        this.rectifyBy = by;
        if (state.awaitsFirm()) {
            this.dueOn = by;
        }
        return andEvent(new VerificationEvent("extended", this, Map.of("by", before), Map.of("by", by)));
    }

    private void end(ActContext act) {
        this.dueOn = null;
        this.closedAt = act.at();
        this.closedBy = act.by().accountId();
    }

    private static List<InputProblem> lowRisk(ActContext act) {
        return act.lowRisk() ? List.of(new InputProblem("", "verification.low-risk")) : List.of();
    }

    /** What was concluded, with what was noted where it says otherwise than what was filed. */
    private Map<String, Object> traced(List<String> contradicted) {
        var details = new LinkedHashMap<String, Object>(Map.of("outcome", outcome, "items", orderedItems, "text", statement));
        if (rectifyBy != null) {
            details.put("by", rectifyBy);
        }
        if (!contradicted.isEmpty()) {
            details.put("contradictions", contradicted.stream().map(code -> code + " " + results.note(code)).toList());
        }
        return details;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new VerificationOvertaken();
        }
    }

    private Verification happened(String what, VerificationState before, Map<String, Object> details) {
        return andEvent(VerificationEvent.in(this, what, before, details));
    }
}
