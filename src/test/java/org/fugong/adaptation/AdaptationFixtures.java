package org.fugong.adaptation;

import java.time.Clock;
import java.time.Instant;
import org.fugong.account.Actor;
import org.fugong.impact.AdaptationImpacts;
import org.fugong.publication.ListAdaptation;
import org.fugong.risk.RiskLevel;
import org.springframework.boot.test.context.TestComponent;

/** Adaptations for tests, made the way a county admin makes them: looked at, then confirmed. */
@TestComponent
public class AdaptationFixtures {

    private final ListAdaptation adapting;
    private final AdaptationImpacts impacts;
    private final Clock clock;

    AdaptationFixtures(ListAdaptation adapting, AdaptationImpacts impacts, Clock clock) {
        this.adapting = adapting;
        this.impacts = impacts;
        this.clock = clock;
    }

    /** Those of the medium level; {@code effectiveAt} null for at once. */
    public CountyAdaptation adapt(int after, Adaptation adaptation, String reason, Instant effectiveAt, Actor author) {
        var from = effectiveAt == null ? clock.instant() : effectiveAt;
        impacts.foresee(adapting.provincial(RiskLevel.MEDIUM, from, author), adaptation, from, author);
        return adapting.adapt(RiskLevel.MEDIUM, after, adaptation, reason, effectiveAt, author);
    }
}
