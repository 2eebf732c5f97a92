package org.fugong.impact;

import java.time.Clock;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.rule.RuleException;
import org.fugong.rule.Rules;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom versions of a province's lists touch: looked at before they are asked to be published, kept, and compared with what came. */
@Component
public class ListImpacts {

    private final ListDrafting drafting;
    private final Impacts impacts;
    private final ImpactCalculation calculation;
    private final ImpactSides sides;
    private final Clock clock;

    ListImpacts(ListDrafting drafting, Impacts impacts, ImpactCalculation calculation, ImpactSides sides, Clock clock) {
        this.drafting = drafting;
        this.impacts = impacts;
        this.calculation = calculation;
        this.sides = sides;
        this.clock = clock;
    }

    /**
     * Looks at a draft anew; what takes long is done in the background. Where it is being looked at as it is,
     * that is it.
     *
     * @throws RuleException where its rules cannot be compiled
     */
    @Transactional
    public Impact foresee(long id, Actor actor) {
        var list = drafting.list(id, actor);
        if (!list.draft()) {
            throw new NotFound();
        }
        Rules.compile(list.content());
        var impact = foreseen(list).filter(begun -> !begun.finished() && describes(begun, list)).orElseGet(() -> impacts
                .saveAndFlush(new Impact(Impact.Phase.FORESEEN, list, sides.fingerprint(list.content()), actor, clock.instant())));
        calculation.begin(impact);
        return impact;
    }

    /** What was foreseen last, of whatever state of the draft; the caller has loaded the list as one of the own province. */
    public Optional<Impact> foreseen(ConditionList list) {
        return impacts.findFirstByListIdAndPhaseAndCountyIsNullOrderByIdDesc(list.id(), Impact.Phase.FORESEEN);
    }

    /** What came when it took effect. */
    public Optional<Impact> seen(ConditionList list) {
        return impacts.findFirstByListIdAndPhaseAndCountyIsNullOrderByIdDesc(list.id(), Impact.Phase.SEEN);
    }

    /** Whether the list, as it is, has been looked at to the end. */
    public boolean fresh(ConditionList list) {
        return foreseen(list).filter(impact -> impact.finished() && describes(impact, list)).isPresent();
    }

    private boolean describes(Impact impact, ConditionList list) {
        return impact.fingerprint().equals(sides.fingerprint(list.content()));
    }
}
