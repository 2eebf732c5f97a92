package org.fugong.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionItem;
import org.fugong.edit.SeenVersions;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.Plan;
import org.fugong.rule.RelaxDirection;
import org.fugong.submission.Confirmation;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingChanging;
import org.fugong.submission.FilingStart;
import org.fugong.submission.FilingSubmission;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** Fills in and submits the filings of the demonstration, page by page as a firm does. */
@Component
@Demonstrated
class DemonstrationFilings {

    /** Where all of them are sent from: an address of documentation (RFC 5737). */
    static final String ADDRESS = "192.0.2.1";

    private final FilingStart start;
    private final DraftEditing editing;
    private final Drafts drafts;
    private final FilingChanging changing;
    private final FilingSubmission submission;
    private final DemonstrationEvidence evidence;
    private final ActingInThePast stage;

    DemonstrationFilings(FilingStart start, DraftEditing editing, Drafts drafts, FilingChanging changing, FilingSubmission submission,
            DemonstrationEvidence evidence, ActingInThePast stage) {
        this.start = start;
        this.editing = editing;
        this.drafts = drafts;
        this.changing = changing;
        this.submission = submission;
        this.evidence = evidence;
        this.stage = stage;
    }

    /** A draft with its plan and facts and no condition answered yet. */
    Filing begin(Actor firm, long site, FilingKind kind, Instant at) {
        return stage.act(firm, at, () -> {
            var draft = start.start(firm, site, kind);
            var day = LocalDate.ofInstant(at, Dates.ZONE);
            editing.plan(firm, draft.id(), SeenVersions.LATEST, plan -> plan(plan, day));
            if (kind.conditions()) {
                editing.facts(firm, draft.id(), SeenVersions.LATEST, known -> facts(drafts.of(firm, draft.id())));
            }
            return draft;
        });
    }

    /** The same, answered or promised in full but for what is owed, and submitted. */
    Filing file(Actor firm, long site, FilingKind kind, Instant at, String... owed) {
        var draft = begin(firm, site, kind, at);
        return stage.act(firm, at, () -> {
            if (kind.conditions()) {
                editing.answers(firm, draft.id(), SeenVersions.LATEST, answers(drafts.of(firm, draft.id()), List.of(owed)));
            }
            if (kind == FilingKind.CHECKLIST) {
                evidence.attach(firm, draft.id());
            }
            if (kind == FilingKind.COMMITMENT) {
                editing.commitment(firm, draft.id(), SeenVersions.LATEST, Map.of(), null, "法定代表人");
            }
            return submission.submit(firm, draft.id(), Confirmation.by(DemonstrationStaff.PASSWORD, draft.signedName(), ADDRESS));
        });
    }

    /** The next version of a commitment, with more people, signed anew. */
    Filing change(Actor firm, Filing filed, int more, Instant at) {
        return stage.act(firm, at, () -> {
            var draft = changing.change(firm, filed.no());
            editing.plan(firm, draft.id(), SeenVersions.LATEST, plan -> new Plan(plan.responsible(), plan.phone(), plan.start(),
                    plan.totalStaff(), plan.plannedStaff() + more, plan.fromOutside(), plan.fromHighRisk(), plan.batches(),
                    plan.fullProduction()));
            var planned = (double) filed.plan().plannedStaff() + more;
            editing.facts(firm, draft.id(), SeenVersions.LATEST, known -> Map.of("roster_count", planned, "roster_declared", planned));
            return submission.submit(firm, draft.id(), Confirmation.by(DemonstrationStaff.PASSWORD, filed.signedName(), ADDRESS));
        });
    }

    private static Plan plan(Plan known, LocalDate day) {
        int staff = known.totalStaff();
        return new Plan(known.responsible(), known.phone(), day.plusDays(1), staff, Math.max(1, staff * 6 / 10), staff / 12, 0, 2,
                day.plusDays(15));
    }

    private static Map<String, Object> facts(Draft draft) {
        var staff = draft.filing().plan().totalStaff();
        var planned = draft.filing().plan().plannedStaff().doubleValue();
        var industry = Integer.parseInt(draft.enterprise().industry());
        var facts = new HashMap<String, Object>();
        facts.put("entrances", staff > 200 ? 3.0 : 1.0);
        facts.put("roster_count", planned);
        facts.put("roster_declared", planned);
        facts.put("has_canteen", staff > 60);
        facts.put("has_dormitory", staff > 200);
        facts.put("has_shuttle", staff > 300);
        facts.put("has_central_air", industry > 50);
        facts.put("hazardous", industry == 31 || industry == 44);
        facts.put("discharges", industry > 12 && industry < 47);
        facts.put("venue_operator", false);
        facts.put("construction_site", industry == 47);
        facts.put("restricted_venue", false);
        return facts;
    }

    private static Map<String, UnaryOperator<Answer>> answers(Draft draft, List<String> owed) {
        return draft.applicable().list().items().stream()
                .collect(Collectors.toMap(ConditionItem::code, item -> owed.contains(item.code())
                        ? answer -> answer.owed(true)
                        : draft.filing().kind() == FilingKind.COMMITMENT
                                ? answer -> answer.confirmed(Fingerprint.of(item))
                                : answer -> answer.value(meeting(item, draft))));
    }

    /** A value that meets a condition. */
    private static Object meeting(ConditionItem item, Draft draft) {
        return switch (item.answer()) {
            case YES_NO -> true;
            case TEXT -> item.unit() == null ? "与附近医院保持联系（虚构）" : draft.enterprise().phone().value();
            case DATE -> LocalDate.ofInstant(draft.filing().startedAt(), Dates.ZONE).toString();
            case CHOICE -> item.options().getFirst();
            case NUMBER -> number(item, draft);
            case NONE -> null;
        };
    }

    /** As much as is needed, or, where the rule sets an upper bound, just that. */
    private static Double number(ConditionItem item, Draft draft) {
        var most = item.parameters().values().stream().filter(parameter -> parameter.relax() == RelaxDirection.UP).findFirst();
        if (most.isPresent()) {
            return most.get().value();
        }
        var finding = draft.applicable().list().check(item.code(), draft.review().facts(), Map.of(item.code(), 0.0));
        return Optional.ofNullable(finding.needed()).orElse(1.0);
    }
}
