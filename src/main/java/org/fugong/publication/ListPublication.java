package org.fugong.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ConditionSettings;
import org.fugong.condition.GoldenExamples;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.condition.Refusal;
import org.fugong.impact.ListImpacts;
import org.fugong.rule.RuleException;
import org.fugong.rule.Rules;
import org.fugong.web.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Publishes a draft in two steps: one admin asks, another one confirms. From then on it is never edited, and from its time
 * on new filings meet it. Both steps refuse what must not be published, because time passes between them.
 */
@Component
public class ListPublication {

    private final ListDrafting drafting;
    private final ConditionLists lists;
    private final ListImpacts impacts;
    private final ConditionSettings settings;
    private final PublicationNotices notices;
    private final Trail trail;
    private final Clock clock;

    ListPublication(ListDrafting drafting, ConditionLists lists, ListImpacts impacts, ConditionSettings settings,
            PublicationNotices notices, Trail trail, Clock clock) {
        this.drafting = drafting;
        this.lists = lists;
        this.impacts = impacts;
        this.settings = settings;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Asks that a draft be published; until it is given back nobody edits it.
     *
     * @throws RuleException where rules cannot be compiled or make no sense
     * @throws Refusal where basis, reason or time do not do, or nobody has looked at whom it touches as it is
     */
    @Transactional
    public ConditionList ask(long id, long lock, PublicationRequest request, Actor author) {
        var draft = drafting.editable(id, lock, author);
        var now = clock.instant();
        var reasons = new ArrayList<Refusal.Reason>();
        if (request.basis() == null || request.basis().isBlank()) {
            reasons.add(new Refusal.Reason("basis", "condition.list.no-basis"));
        }
        if (request.reason() == null || request.reason().isBlank()) {
            reasons.add(new Refusal.Reason("reason", "condition.list.no-reason"));
        }
        boolean past = request.from() != null && request.from().isBefore(now);
        if (past && !request.correction()) {
            reasons.add(new Refusal.Reason("effectiveAt", "publication.past"));
        } else if (request.correction() && !past) {
            reasons.add(new Refusal.Reason("correction", "publication.correction.not-past"));
        }
        reasons.addAll(overlaps(draft, request.from(), now));
        refuse(reasons);
        Rules.proofread(draft.content());
        refuse(GoldenExamples.tried(draft.content()).reasons());
        if (!impacts.fresh(draft)) {
            throw new Refusal(new Refusal.Reason("", "impact.needed"));
        }
        var asked = lists.saveAndFlush(draft.ask(request, author, now));
        notices.asked(asked, author);
        return asked;
    }

    /** Makes it a draft again: whoever asked takes it back, another admin sends it back with a reason. */
    @Transactional
    public ConditionList giveBack(long id, long lock, String why, Actor actor) {
        var draft = asked(id, lock, actor);
        if (Typed.isBlank(why) && draft.askedBy() != actor.accountId()) {
            throw new Refusal(new Refusal.Reason("why", "publication.why"));
        }
        var returned = lists.saveAndFlush(draft.giveBack(why == null ? "" : why.strip(), actor));
        notices.givenBack(returned, actor);
        return returned;
    }

    /**
     * Publishes what was asked for; that somebody tried to confirm own work is logged.
     *
     * @throws RuleException where rules cannot be compiled or make no sense any more
     * @throws Refusal where the actor may not, or the time that was asked for has passed
     */
    @Transactional
    public ConditionList confirm(long id, long lock, Actor publisher) {
        var draft = asked(id, lock, publisher);
        var now = clock.instant();
        var reasons = new ArrayList<Refusal.Reason>();
        if (!mayConfirm(draft, publisher)) {
            trail.refused(new OwnWork(draft, publisher));
            reasons.add(new Refusal.Reason("", "publication.second-admin"));
        }
        if (!draft.correction() && draft.wantedAt() != null && draft.wantedAt().isBefore(now)) {
            reasons.add(new Refusal.Reason("", "publication.too-late"));
        }
        reasons.addAll(overlaps(draft, draft.wantedAt(), now));
        refuse(reasons);
        Rules.proofread(draft.content());
        refuse(GoldenExamples.tried(draft.content()).reasons());
        var published = lists.saveAndFlush(draft.publish(publisher, now));
        notices.published(published, publisher);
        return published;
    }

    /** Whether an admin of the province is the second pair of eyes: neither asked nor made the last change. */
    public boolean mayConfirm(ConditionList asked, Actor actor) {
        return !settings.secondAdmin() || !asked.isWorkOf(actor);
    }

    private ConditionList asked(long id, long lock, Actor actor) {
        var draft = drafting.draft(id, lock, actor);
        if (!draft.asked()) {
            throw new Refusal(new Refusal.Reason("", "publication.not-asked"));
        }
        return draft;
    }

    /**
     * Each version has a time of its own, after that of the version before. At once, or as a correction, it may overtake
     * one that is still to come, so that an announced version does not keep the province from acting.
     */
    private List<Refusal.Reason> overlaps(ConditionList draft, Instant wanted, Instant now) {
        var from = wanted == null ? now : wanted;
        var published = lists.findByProvinceAndLevelOrderByVersionDesc(draft.province(), draft.level()).stream()
                .filter(list -> !list.draft()).toList();
        var last = published.stream().filter(list -> from.isAfter(now) || !list.effectiveAt().isAfter(now)).findFirst();
        return published.stream()
                .filter(list -> list.effectiveAt().equals(from) || last.equals(Optional.of(list)) && list.effectiveAt().isAfter(from))
                .findFirst().map(list -> new Refusal.Reason("effectiveAt", "publication.overlap", list.version())).stream().toList();
    }

    /** Somebody was refused to confirm what is own work. */
    private record OwnWork(ConditionList draft, Actor publisher) implements Audited {

        @Override
        public String action() {
            return "list.confirmation-refused";
        }

        @Override
        public String subject() {
            return "list:" + draft.province() + "/" + draft.level() + "/" + draft.version() + "/confirmation";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("asked", draft.askedBy() == publisher.accountId());
        }
    }

    private static void refuse(List<Refusal.Reason> reasons) {
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
    }
}
