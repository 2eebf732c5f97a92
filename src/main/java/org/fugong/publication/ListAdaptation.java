package org.fugong.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.Refusal;
import org.fugong.impact.AdaptationImpacts;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A county adapts the province's list within what the province allows: it leaves out or asks less, and nothing else. */
@Component
public class ListAdaptation {

    private final CountyAdaptations adaptations;
    private final ConditionLists lists;
    private final Regions regions;
    private final AdaptationImpacts impacts;
    private final PublicationNotices notices;
    private final Trail trail;
    private final Clock clock;

    ListAdaptation(CountyAdaptations adaptations, ConditionLists lists, Regions regions, AdaptationImpacts impacts,
            PublicationNotices notices, Trail trail, Clock clock) {
        this.adaptations = adaptations;
        this.lists = lists;
        this.regions = regions;
        this.impacts = impacts;
        this.notices = notices;
        this.trail = trail;
        this.clock = clock;
    }

    /** The newest revision of the actor's county, also one still to take effect. */
    @Transactional(readOnly = true)
    public Optional<CountyAdaptation> newest(RiskLevel level, Actor actor) {
        return adaptations.findFirstByCountyAndLevelOrderByRevisionDesc(county(actor), level);
    }

    /** The province's list that an adaptation would be measured by at a moment. */
    @Transactional(readOnly = true)
    public ConditionList provincial(RiskLevel level, Instant at, Actor actor) {
        var province = regions.county(county(actor)).orElseThrow(NotFound::new).province();
        return lists.inForce(province, level, at).flatMap(lists::findById).orElseThrow(NotFound::new);
    }

    /** The revision in force at a moment and those to come after it, in the order in which they take effect. */
    @Transactional(readOnly = true)
    public List<CountyAdaptation> course(RiskLevel level, Instant from, Actor actor) {
        return CountyAdaptation.course(adaptations.findByCountyAndLevelOrderByRevisionDesc(county(actor), level), from);
    }

    /** What the county asks less of at a moment. */
    @Transactional(readOnly = true)
    public Adaptation before(RiskLevel level, Instant at, Actor actor) {
        return adaptations.inForce(List.of(county(actor)), level, at).stream().findFirst().map(CountyAdaptation::adaptation)
                .orElse(Adaptation.NONE);
    }

    /** Why a county may not do this to the list that applies at a moment; that it was tried is logged, with what was asked. */
    @Transactional(readOnly = true)
    public List<Refusal.Reason> faults(RiskLevel level, Adaptation asked, Instant at, Actor author) {
        var faults = asked.faults(provincial(level, at, author).content());
        if (!faults.isEmpty()) {
            trail.refused(new CountyAdaptation.Refused(county(author), level, before(level, at, author), asked, faults));
        }
        return faults;
    }

    /**
     * Records the next revision, at once ({@code effectiveAt} null) or from a time to come; {@code after} is the revision
     * that the author has seen (0: none). A revision that is to take effect later still does, recorded anew after this one.
     *
     * @throws Refusal with every reason why a county may not do this, or because nobody has looked at whom it touches
     */
    @Transactional
    public CountyAdaptation adapt(RiskLevel level, int after, Adaptation adaptation, String reason, Instant effectiveAt, Actor author) {
        var now = clock.instant();
        var from = effectiveAt == null ? now : effectiveAt;
        var list = provincial(level, from, author);
        var reasons = new ArrayList<>(faults(level, adaptation, from, author));
        if (reason == null || reason.isBlank()) {
            reasons.add(new Refusal.Reason("reason", "condition.list.no-reason"));
        }
        if (from.isBefore(now)) {
            reasons.add(new Refusal.Reason("effectiveAt", "condition.list.past"));
        }
        if (!reasons.isEmpty()) {
            throw new Refusal(reasons);
        }
        if (newest(level, author).map(CountyAdaptation::revision).orElse(0) != after) {
            throw new OptimisticLockingFailureException("the county's list has been adapted meanwhile");
        }
        var foreseen = impacts.foreseen(list, adaptation, from, author)
                .orElseThrow(() -> new Refusal(new Refusal.Reason("", "adaptation.unforeseen")));
        var later = course(level, from, author).stream().filter(revision -> revision.effectiveAt().isAfter(from)).toList();
        try {
            var recorded = adaptations.saveAndFlush(new CountyAdaptation(county(author), level, after + 1, before(level, from, author),
                    adaptation.carriedOverTo(list.content()), reason.strip(), from, author, now));
            impacts.keep(foreseen, recorded);
            notices.adapted(recorded);
            var last = recorded;
            for (var revision : later) {
                var again = adaptations.saveAndFlush(revision.after(last, author, now));
                impacts.follow(last, again, provincial(level, again.effectiveAt(), author), author);
                last = again;
            }
            return recorded;
        } catch (DataIntegrityViolationException e) {
            throw new OptimisticLockingFailureException("the county's list has been adapted meanwhile", e);
        }
    }

    private static String county(Actor actor) {
        if (actor.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
        return actor.scope();
    }
}
