package org.fugong.impact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.condition.ConditionList;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom it touches in a county that its admin asks less: looked at before it is confirmed, kept, and compared with what came. */
@Component
public class AdaptationImpacts {

    /** So long what was looked at is not looked at again. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final CountyAdaptations adaptations;
    private final Impacts impacts;
    private final ImpactCalculation calculation;
    private final ImpactSides sides;
    private final Clock clock;

    AdaptationImpacts(CountyAdaptations adaptations, Impacts impacts, ImpactCalculation calculation, ImpactSides sides, Clock clock) {
        this.adaptations = adaptations;
        this.impacts = impacts;
        this.calculation = calculation;
        this.sides = sides;
        this.clock = clock;
    }

    /**
     * What it would mean from a moment on that the actor's county asks less of a list, which is the one in force there
     * then; what takes long is done in the background.
     */
    @Transactional
    public Impact foresee(ConditionList list, Adaptation adaptation, Instant from, Actor actor) {
        return looked(list, adaptation, from, actor).filter(impact -> impact.askedAt().plus(FRESH).isAfter(clock.instant()))
                .orElseGet(() -> begin(list, adaptation.carriedOverTo(list.content()),
                        adaptations.inForce(actor.scope(), list.level(), from).orElse(null), null, actor));
    }

    /** What was foreseen of this to the end, of the county as it still is. */
    public Optional<Impact> foreseen(ConditionList list, Adaptation adaptation, Instant from, Actor actor) {
        return looked(list, adaptation, from, actor).filter(Impact::finished);
    }

    /** Keeps what was foreseen with the revision that was recorded. */
    public void keep(Impact foreseen, CountyAdaptation revision) {
        impacts.save(foreseen.became(revision));
    }

    /** Looks anew at a revision that now follows another one. */
    public void follow(CountyAdaptation before, CountyAdaptation revision, ConditionList list, Actor actor) {
        begin(list, revision.adaptation().carriedOverTo(list.content()), before.id(), revision.id(), actor);
    }

    /** What was foreseen or seen last of the actor's county at a level. */
    @Transactional(readOnly = true)
    public Optional<Impact> last(RiskLevel level, Impact.Phase phase, Actor actor) {
        return impacts.findFirstByCountyAndLevelAndPhaseOrderByIdDesc(actor.scope(), level, phase);
    }

    /** What was foreseen or seen of a recorded revision; the caller has loaded it as one of the own county. */
    public Optional<Impact> of(CountyAdaptation revision, Impact.Phase phase) {
        return impacts.findFirstByAdaptationIdAndPhaseOrderByIdDesc(revision.id(), phase);
    }

    private Optional<Impact> looked(ConditionList list, Adaptation adaptation, Instant from, Actor actor) {
        var before = adaptations.inForce(actor.scope(), list.level(), from).orElse(null);
        return impacts.findFirstByListIdAndPhaseAndCountyAndFingerprintOrderByIdDesc(list.id(), Impact.Phase.FORESEEN, actor.scope(),
                sides.fingerprint(adaptation.carriedOverTo(list.content())))
                .filter(impact -> impact.adaptationId() == null && Objects.equals(impact.beforeId(), before));
    }

    private Impact begin(ConditionList list, Adaptation adaptation, Long before, Long revision, Actor actor) {
        var impact = impacts.saveAndFlush(new Impact(Impact.Phase.FORESEEN, list, sides.fingerprint(adaptation), actor, clock.instant())
                .inCounty(actor.scope(), adaptation, before, revision));
        calculation.begin(impact);
        return impact;
    }
}
