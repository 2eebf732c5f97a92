package org.fugong.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.fugong.account.Actor;
import org.fugong.attachment.Attachments;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Answer;
import org.fugong.filing.Applicability;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingContents;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.Plan;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves the parts of a draft: only what was sent is merged, one saving after the other, and the same one twice is once. Each
 * save names the versions of the fields that it had seen, and is answered with those that somebody else has changed since.
 */
@Component
public class DraftEditing {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Applicability applicability;
    private final Attachments attachments;
    private final Clock clock;

    DraftEditing(Filings filings, Enterprises enterprises, Sites sites, Applicability applicability, Attachments attachments,
            Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.sites = sites;
        this.applicability = applicability;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Changes the plan; the count of the roster follows it until somebody has changed that, too. */
    @Transactional
    public Set<String> plan(Actor actor, long id, SeenVersions seen, UnaryOperator<Plan> change) {
        var draft = locked(actor, id);
        var planned = draft.plan().plannedStaff();
        var overtaken = fill(actor, draft, seen, contents -> contents.plan(change.apply(contents.plan())));
        if (!Objects.equals(planned, draft.plan().plannedStaff())) {
            var now = clock.instant();
            RosterCount.follow(draft, applicable(draft, now).list(), now);
            filings.save(draft);
        }
        return overtaken;
    }

    /** States facts by name; null takes one back. The change is made from what is known once nobody else can save. */
    @Transactional
    public Set<String> facts(Actor actor, long id, SeenVersions seen, UnaryOperator<Map<String, Object>> change) {
        return fill(actor, id, seen, contents -> contents.facts(merged(contents.facts(), change.apply(contents.facts()))));
    }

    /** Changes what is said to conditions, by their codes. */
    @Transactional
    public Set<String> answers(Actor actor, long id, SeenVersions seen, Map<String, UnaryOperator<Answer>> changes) {
        return fill(actor, id, seen, contents -> contents.answers(answered(contents.answers(), changes)));
    }

    /** Changes what is promised and who is going to sign, and in which role; null leaves it as it is. */
    @Transactional
    public Set<String> commitment(Actor actor, long id, SeenVersions seen, Map<String, UnaryOperator<Answer>> changes, String name,
            String role) {
        return fill(actor, id, seen, contents -> contents.answers(answered(contents.answers(), changes))
                .signatory(name == null ? contents.signedName() : name, role == null ? contents.signedRole() : role));
    }

    /**
     * Takes a draft over to another kind that is offered now; everything typed stays, and the same once more is no change.
     *
     * @throws Overtaken where somebody has worked on it since it was shown, or something else applies to it
     */
    @Transactional
    public void choose(Actor actor, long id, ShownDraft shown, FilingKind kind) {
        var draft = locked(actor, id);
        var applicable = applicable(draft, clock.instant());
        if (draft.kind() == kind && !applicable.differsFrom(draft)) {
            return;
        }
        var now = ShownDraft.of(draft, applicable, attachments.forFirm(id));
        require(shown.sameContents(now) && shown.sameBasis(now));
        if (!applicable.kinds().contains(kind)) {
            throw new NotOffered();
        }
        filings.save(draft.carryOver(applicable.location(), kind, applicable.basis(), clock.instant()));
    }

    /**
     * The firm has seen what changed under its draft.
     *
     * @throws Overtaken where something else has changed since
     */
    @Transactional
    public void acknowledge(Actor actor, long id, ShownDraft shown) {
        var draft = locked(actor, id);
        var applicable = applicable(draft, clock.instant());
        require(shown.sameBasis(ShownDraft.of(draft, applicable, attachments.forFirm(id))));
        filings.save(draft.carryOver(applicable.location(), draft.kind(), applicable.basis(), clock.instant()));
    }

    /**
     * Removes a draft: nothing was filed, and the trail says that it was there.
     *
     * @throws Overtaken where somebody has worked on it since it was shown
     */
    @Transactional
    public void discard(Actor actor, long id, ShownDraft shown) {
        var draft = locked(actor, id);
        require(shown.sameContents(ShownDraft.of(draft, applicable(draft, clock.instant()), attachments.forFirm(id))));
        filings.delete(filings.save(draft.discard()));
    }

    private static void require(boolean unchanged) {
        if (!unchanged) {
            throw new Overtaken();
        }
    }

    /** Saves what nobody else has changed since it was seen, and gives the names of the fields that somebody has. */
    private Set<String> fill(Actor actor, long id, SeenVersions seen, UnaryOperator<FilingContents> change) {
        return fill(actor, locked(actor, id), seen, change);
    }

    private Set<String> fill(Actor actor, Filing draft, SeenVersions seen, UnaryOperator<FilingContents> change) {
        var known = draft.contents();
        var wanted = change.apply(known);
        var overtaken = seen.overtaken(known.fields(), wanted.fields(), draft.edits());
        filings.save(draft.fill(wanted.keeping(known, overtaken), actor.name(), seen.page(), clock.instant()));
        return overtaken;
    }

    private Filing locked(Actor actor, long id) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var draft = filings.findForUpdateByIdAndEnterpriseId(id, enterprise.id()).orElseThrow(NotFound::new);
        if (draft.state() != FilingState.DRAFT) {
            throw new Drafts.Submitted(draft.no());
        }
        return draft;
    }

    private Applicable applicable(Filing draft, Instant now) {
        return applicability.at(sites.findByIdAndEnterpriseId(draft.siteId(), draft.enterpriseId()).orElseThrow(NotFound::new), now);
    }

    private static Map<String, Answer> answered(Map<String, Answer> known, Map<String, UnaryOperator<Answer>> changes) {
        var answers = new TreeMap<>(known);
        changes.forEach((code, change) -> answers.put(code, change.apply(answers.getOrDefault(code, Answer.NONE))));
        answers.values().removeIf(Answer.NONE::equals);
        return answers;
    }

    private static Map<String, Object> merged(Map<String, Object> known, Map<String, Object> changes) {
        var merged = new TreeMap<>(known);
        changes.forEach((name, value) -> {
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /** The kind does not go with the regime of the county. */
    public static class NotOffered extends RuntimeException {
    }

    /** The draft, or what applies to it, is another one than its page had shown; nothing was done. */
    public static class Overtaken extends RuntimeException {

        Overtaken() {
            super("the draft has changed since", null, false, false);
        }
    }
}
