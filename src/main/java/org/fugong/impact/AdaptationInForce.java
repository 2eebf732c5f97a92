package org.fugong.impact;

import java.time.Clock;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.condition.ConditionLists;
import org.fugong.job.Job;
import org.fugong.job.Jobs;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what a county asks less of when it takes effect, as it was looked at before, and has the firms told. */
@Component
class AdaptationInForce implements Job {

    private final CountyAdaptations adaptations;
    private final ConditionLists lists;
    private final Impacts impacts;
    private final Jobs jobs;
    private final Clock clock;

    AdaptationInForce(CountyAdaptations adaptations, ConditionLists lists, Impacts impacts, Jobs jobs, Clock clock) {
        this.adaptations = adaptations;
        this.lists = lists;
        this.impacts = impacts;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void recorded(CountyAdaptation.Recorded recorded) {
        adaptations.findFirstByCountyAndLevelOrderByRevisionDesc(recorded.county(), recorded.level())
                .ifPresent(revision -> jobs.at(name(), revision.county() + "." + revision.id(), revision.effectiveAt()));
    }

    @Override
    public String name() {
        return "adaptation-in-force";
    }

    @Override
    @Transactional
    public boolean step(String id) {
        int dot = id.indexOf('.');
        adaptations.findByIdAndCounty(Long.parseLong(id.substring(dot + 1)), id.substring(0, dot))
                .filter(revision -> adaptations.inForce(revision.county(), revision.level(), clock.instant()).filter(revision.id()::equals)
                        .isPresent())
                .filter(revision -> impacts.findFirstByAdaptationIdAndPhaseOrderByIdDesc(revision.id(), Impact.Phase.SEEN).isEmpty())
                .ifPresent(this::see);
        return false;
    }

    private void see(CountyAdaptation revision) {
        impacts.findFirstByAdaptationIdAndPhaseOrderByIdDesc(revision.id(), Impact.Phase.FORESEEN).ifPresent(foreseen -> lists
                .inForce(foreseen.province(), revision.level(), clock.instant()).flatMap(lists::findById).ifPresent(list -> {
                    var impact = impacts.saveAndFlush(new Impact(Impact.Phase.SEEN, list, foreseen.fingerprint(), null, clock.instant())
                            .inCounty(revision.county(), revision.adaptation(), foreseen.beforeId(), revision.id()));
                    jobs.at(ImpactCalculation.NAME, String.valueOf(impact.id()), clock.instant());
                }));
    }
}
