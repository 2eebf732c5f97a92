package org.fugong.condition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom it touches in a county that its admin asks less: looked at before it is confirmed, kept, and compared with what came. */
@Component
public class AdaptationImpacts {

    /** So long what was looked at is not looked at again. */
    private static final Duration FRESH = Duration.ofHours(1);

    private final ListAdaptation adapting;
    private final Impacts impacts;
    private final ImpactReckoning reckoning;
    private final ImpactSides sides;
    private final Clock clock;

    AdaptationImpacts(ListAdaptation adapting, Impacts impacts, ImpactReckoning reckoning, ImpactSides sides, Clock clock) {
        this.adapting = adapting;
        this.impacts = impacts;
        this.reckoning = reckoning;
        this.sides = sides;
        this.clock = clock;
    }

    /** What it would mean from a moment on that the actor's county asks less; what takes long is done in the background. */
    @Transactional
    public Impact foresee(RiskLevel level, Adaptation adaptation, Instant from, Actor actor) {
        var list = adapting.provincial(level, from, actor);
        var supposed = adaptation.carriedOverTo(list.content());
        var fingerprint = sides.fingerprint(supposed);
        return impacts.findFirstByListIdAndPhaseAndCountyAndFingerprintOrderByIdDesc(list.id(), Impact.Phase.FORESEEN, actor.scope(), fingerprint)
                .filter(impact -> impact.adaptationId() == null && impact.askedAt().plus(FRESH).isAfter(clock.instant()))
                .orElseGet(() -> {
                    var impact = impacts.saveAndFlush(new Impact(Impact.Phase.FORESEEN, list, fingerprint, actor, clock.instant())
                            .inCounty(actor.scope(), supposed, null));
                    reckoning.begin(impact);
                    return impact;
                });
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
}
