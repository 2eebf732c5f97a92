package org.fugong.condition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a version of the province's list leaves behind of the counties' adaptations. Whatever still fits goes over by
 * itself; the rest is for the county to decide, and until it has, the province's own list applies there.
 */
@Component
public class ListInheritance {

    private final ConditionLists lists;
    private final CountyAdaptations adaptations;
    private final ListAdaptation adapting;
    private final Regions regions;
    private final Clock clock;

    ListInheritance(ConditionLists lists, CountyAdaptations adaptations, ListAdaptation adapting, Regions regions, Clock clock) {
        this.lists = lists;
        this.adaptations = adaptations;
        this.adapting = adapting;
        this.regions = regions;
        this.clock = clock;
    }

    /** What a list leaves behind of a county's revision, and so is undecided there. */
    public record Undecided(ConditionList list, CountyAdaptation revision, List<Misfit> misfits) {
    }

    /** The counties of the list's province that have something to decide, if it takes effect at a moment. */
    @Transactional(readOnly = true)
    public List<Undecided> undecided(ConditionList list, Instant at) {
        var counties = regions.within(list.province()).stream().map(County::code).toList();
        return adaptations.inForce(counties, list.level(), at).stream().flatMap(revision -> undecided(list, revision)).toList();
    }

    /** What the actor's county has to decide for a level: first what a list in force has left behind, then the next one to come. */
    @Transactional(readOnly = true)
    public Optional<Undecided> undecided(RiskLevel level, Actor actor) {
        if (actor.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
        var province = regions.county(actor.scope()).orElseThrow(NotFound::new).province();
        var now = clock.instant();
        return ListVersion.at(now, lists.findByProvinceAndLevelOrderByVersionDesc(province, level)).reversed().stream()
                .filter(version -> version.status() == ListVersion.Status.IN_FORCE || version.status() == ListVersion.Status.SCHEDULED)
                .map(ListVersion::list)
                .flatMap(list -> adaptations.inForce(List.of(actor.scope()), level, list.effectiveAt().isAfter(now) ? list.effectiveAt() : now).stream()
                        .flatMap(revision -> undecided(list, revision)))
                .findFirst();
    }

    /**
     * Records what the county has decided: what goes over by itself and these figures, from the moment the list takes effect.
     *
     * @throws Refusal with every reason why a county may not do this
     */
    @Transactional
    public CountyAdaptation decide(Undecided undecided, int after, Adaptation figures, String reason, Actor author) {
        var list = undecided.list();
        return adapting.adapt(list.level(), after, undecided.revision().adaptation().carriedOverTo(list.content()).and(figures), reason,
                list.effectiveAt().isAfter(clock.instant()) ? list.effectiveAt() : null, author);
    }

    private static Stream<Undecided> undecided(ConditionList list, CountyAdaptation revision) {
        var misfits = revision.adaptation().misfits(list.content());
        return misfits.isEmpty() ? Stream.empty() : Stream.of(new Undecided(list, revision, misfits));
    }
}
