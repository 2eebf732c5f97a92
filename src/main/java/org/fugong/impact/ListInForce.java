package org.fugong.impact;

import java.time.Clock;
import java.time.Instant;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.job.Job;
import org.fugong.job.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at a version when it takes effect, as it was looked at before, and has the firms told. */
@Component
class ListInForce implements Job {

    private final ConditionLists lists;
    private final Impacts impacts;
    private final ImpactSides sides;
    private final Jobs jobs;
    private final Clock clock;

    ListInForce(ConditionLists lists, Impacts impacts, ImpactSides sides, Jobs jobs, Clock clock) {
        this.lists = lists;
        this.impacts = impacts;
        this.sides = sides;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener(condition = "#changed.action == 'list.published'")
    void published(ConditionList.Changed changed) {
        lists.findByProvinceAndLevelOrderByVersionDesc(changed.province(), changed.level()).stream()
                .filter(list -> list.version() == changed.version()).findFirst()
                .ifPresent(list -> jobs.at(name(), String.valueOf(list.id()), list.effectiveAt()));
    }

    @Override
    public String name() {
        return "list-in-force";
    }

    @Override
    @Transactional
    public boolean step(String id) {
        lists.findById(Long.parseLong(id)).filter(list -> inForce(list, clock.instant())).filter(this::notSeen).ifPresent(list -> {
            var impact = impacts
                    .saveAndFlush(new Impact(Impact.Phase.SEEN, list, sides.fingerprint(list.content()), null, clock.instant()));
            jobs.at(ImpactCalculation.NAME, String.valueOf(impact.id()), clock.instant());
        });
        return false;
    }

    /** One that was overtaken before its time never takes effect. */
    private boolean inForce(ConditionList list, Instant now) {
        return lists.inForce(list.province(), list.level(), now).filter(list.id()::equals).isPresent();
    }

    private boolean notSeen(ConditionList list) {
        return impacts.findFirstByListIdAndPhaseAndCountyIsNullOrderByIdDesc(list.id(), Impact.Phase.SEEN).isEmpty();
    }
}
