package org.fugong.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.enterprise.Enterprise;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.OwedItem;
import org.fugong.filing.Plan;
import org.fugong.filing.ReviewedContents;
import org.fugong.filing.SuppliedItem;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.fugong.web.Typed;

/** A draft held against what applies: what the rules find, what would be owed until when, and what stands in the way. */
public final class Review {

    private final FilingKind kind;
    private final CountyList list;
    private final Plan plan;
    private final Map<String, Object> facts;
    private final Map<String, Answer> answers;
    private final LocalDate today;
    private final Supplier<LocalDate> epidemicEnd;
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<OwedItem> owed = new ArrayList<>();
    private final List<PlanRemark> remarks;
    private final Filing changed;

    private Review(FilingKind kind, CountyList list, Plan plan, Map<String, Object> facts, Map<String, Answer> answers,
            LocalDate today, Supplier<LocalDate> epidemicEnd, List<PlanRemark> remarks, Filing changed) {
        this.kind = kind;
        this.list = list;
        this.plan = plan;
        this.facts = facts;
        this.answers = answers;
        this.today = today;
        this.epidemicEnd = epidemicEnd;
        this.remarks = remarks;
        this.changed = changed;
    }

    /** {@code changed} is the version that the draft is to change, or null. */
    static Review of(Filing draft, Enterprise enterprise, CountyList list, LocalDate today, Supplier<LocalDate> epidemicEnd,
            Filing changed) {
        var review = new Review(draft.kind(), list, draft.plan(), FilingFacts.of(enterprise, draft.plan(), draft.facts(), today),
                draft.answers(), today, epidemicEnd, PlanRemark.of(draft.plan(), enterprise.staff(), today), changed);
        if (!enterprise.isComplete()) {
            review.obstacles.add(Obstacle.missing(FilingPart.ENTERPRISE, "enterprise"));
        }
        review.reviewPlan();
        if (review.kind.conditions()) {
            review.reviewFacts();
            list.items().forEach(review::review);
            if (review.kind == FilingKind.COMMITMENT) {
                review.require(FilingPart.COMMITMENT, "signedName", draft.signedName());
                review.require(FilingPart.COMMITMENT, "signedRole", draft.signedRole());
            }
        }
        return review;
    }

    private void reviewPlan() {
        require(FilingPart.PLAN, "responsible", plan.responsible());
        require(FilingPart.PLAN, "phone", plan.phone());
        require(FilingPart.PLAN, "start", plan.start());
        // who has started need not start once more
        boolean started = changed != null && plan.start() != null && plan.start().equals(changed.plan().start());
        if (!started && plan.start() != null && plan.start().isBefore(today)) {
            obstacles.add(Obstacle.impossible(FilingPart.PLAN, "start"));
        }
        if (kind.conditions()) {
            require(FilingPart.PLAN, "totalStaff", plan.totalStaff());
        }
        require(FilingPart.PLAN, "plannedStaff", plan.plannedStaff());
        if (kind.conditions()) {
            require(FilingPart.PLAN, "fromOutside", plan.fromOutside());
            require(FilingPart.PLAN, "fromHighRisk", plan.fromHighRisk());
        }
    }

    private void reviewFacts() {
        FilingFacts.asked(list).forEach(fact -> require(FilingPart.FACTS, fact.name(), facts.get(fact.name())));
    }

    private void review(ConditionItem item) {
        var answer = answers.getOrDefault(item.code(), Answer.NONE);
        var judgement = Judgement.of(item, kind, list, facts, answer);
        var finding = judgement.finding();
        findings.add(finding);
        if (kind.answered()) {
            judge(item, answer, finding);
        } else {
            promise(item, answer, finding, judgement);
        }
    }

    /** A condition that is answered: what is not met has to be owed, if it may be; advice never stands in the way. */
    private void judge(ConditionItem item, Answer answer, Finding finding) {
        if (item.use() == ConditionUse.GUIDE || holds(finding) || owes(item, answer)) {
            return;
        }
        var part = FilingPart.CONDITIONS;
        if (finding.verdict() == Verdict.UNMET) {
            obstacles.add(Obstacle.of(item, part, Obstacle.Problem.UNMET, finding));
        } else {
            obstacles.add(Obstacle.of(item, part, item.answer() != AnswerType.NONE && answer.value() == null
                    ? Obstacle.Problem.MISSING
                    : Obstacle.Problem.UNSURE, finding));
        }
    }

    /** A condition that is promised; what the facts alone decide is judged all the same. */
    private void promise(ConditionItem item, Answer answer, Finding finding, Judgement judgement) {
        if (item.use() == ConditionUse.GUIDE || finding.verdict() == Verdict.NOT_APPLICABLE || owes(item, answer)) {
            return;
        }
        if (!judgement.promised() && finding.verdict() != Verdict.MET) {
            obstacles.add(Obstacle.of(item, FilingPart.COMMITMENT,
                    finding.verdict() == Verdict.UNMET ? Obstacle.Problem.UNMET : Obstacle.Problem.UNSURE, finding));
        } else if (answer.confirmed() == null) {
            obstacles.add(Obstacle.of(item, FilingPart.COMMITMENT, Obstacle.Problem.UNCONFIRMED, judgement.found()));
        } else if (!answer.confirmed().equals(Fingerprint.of(item))) {
            obstacles.add(Obstacle.of(item, FilingPart.COMMITMENT, Obstacle.Problem.CHANGED, judgement.found()));
        }
    }

    private boolean owes(ConditionItem item, Answer answer) {
        if (answer.owed() && item.deferrable()) {
            owed.add(owedAlready(item).orElseGet(() -> owedAnew(item)));
            return true;
        }
        return false;
    }

    /** An application owes from the day on which work may start; where the version before is in force, that is today. */
    private OwedItem owedAnew(ConditionItem item) {
        var owing = OwedItem.from(item, kind, today);
        return changed == null ? owing : owing.countedFrom(today);
    }

    /** What is owed since the version before is due when it was due: a change gives no more time. */
    private Optional<OwedItem> owedAlready(ConditionItem item) {
        return changed == null ? Optional.empty() : changed.owed().stream().filter(owing -> owing.code().equals(item.code())).findFirst();
    }

    /** What a check has confirmed stays confirmed. */
    private List<SuppliedItem> supplied() {
        var codes = owed.stream().map(OwedItem::code).toList();
        return changed == null ? List.of() : changed.supplied().stream().filter(item -> codes.contains(item.code())).toList();
    }

    private static boolean holds(Finding finding) {
        return finding.verdict() == Verdict.MET || finding.verdict() == Verdict.NOT_APPLICABLE;
    }

    private void require(FilingPart part, String field, Object value) {
        if (value == null || value instanceof String text && Typed.isBlank(text)) {
            obstacles.add(Obstacle.missing(part, field));
        }
    }

    /** What stands in the way, in the order of the task list and its pages. */
    public List<Obstacle> obstacles() {
        return obstacles.stream().sorted(java.util.Comparator.comparing(Obstacle::part)).toList();
    }

    public List<Obstacle> obstacles(FilingPart part) {
        return obstacles.stream().filter(obstacle -> obstacle.part() == part).toList();
    }

    public List<Obstacle> obstacles(String category) {
        return obstacles.stream().filter(obstacle -> category.equals(obstacle.category())).toList();
    }

    public Obstacle obstacle(String field) {
        return obstacles.stream().filter(obstacle -> obstacle.field().equals(field)).findFirst().orElse(null);
    }

    public boolean ready() {
        return obstacles.isEmpty();
    }

    /** What the rules find, by code. */
    public Map<String, Finding> byCode() {
        return findings.stream().collect(Collectors.toMap(Finding::code, finding -> finding));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The codes of the items that ask something of this firm, or may; what is attached to others does not go with the filing. */
    public Set<String> applying() {
        return findings.stream().filter(finding -> finding.verdict() != Verdict.NOT_APPLICABLE).map(Finding::code)
                .collect(Collectors.toSet());
    }

    /** What would be owed, in the order of the list, each with its day where that is known. */
    public List<OwedItem> owed() {
        return owed.stream().map(this::dated).toList();
    }

    private OwedItem dated(OwedItem item) {
        if (item.daysAfterEpidemic() == null) {
            return item;
        }
        var dated = item.onceEnded(epidemicEnd.get());
        return kind == FilingKind.APPLICATION ? dated : dated.countedFrom(today);
    }

    /** What is worth a second look in the plan. */
    public List<PlanRemark> remarks() {
        return remarks;
    }

    /** What the firm stated and what follows from its profile and plan. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** What the draft comes to if it is submitted as it is. */
    ReviewedContents contents() {
        return new ReviewedContents(facts, findings(), List.copyOf(owed), supplied(), changed == null ? null : changed.owedSince());
    }
}
