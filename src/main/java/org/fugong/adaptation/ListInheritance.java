package org.fugong.adaptation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ListContent;
import org.fugong.condition.ListVersion;
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
    private final Regions regions;
    private final Clock clock;

    ListInheritance(ConditionLists lists, CountyAdaptations adaptations, Regions regions, Clock clock) {
        this.lists = lists;
        this.adaptations = adaptations;
        this.regions = regions;
        this.clock = clock;
    }

    /** What a list leaves behind of a county's revision, from a moment on, and so is undecided there. */
    public record Undecided(ConditionList list, CountyAdaptation revision, List<AdaptationConflict> conflicts, Instant from) {

        /** What goes over by itself and these figures. */
        public Adaptation with(Adaptation figures) {
            return revision.adaptation().carriedOverTo(list.content()).and(figures);
        }

        /** Whether the revision takes effect later than the list that leaves something of it behind. */
        public boolean announced() {
            return revision.effectiveAt().isAfter(list.effectiveAt());
        }
    }

    /** What the counties of the list's province have to decide, if it takes effect at a moment. */
    @Transactional(readOnly = true)
    public List<Undecided> undecided(ConditionList list, Instant at) {
        var revisions = new TreeMap<String, List<CountyAdaptation>>();
        adaptations
                .findByCountyInAndLevelOrderByRevisionDesc(regions.within(list.province()).stream().map(County::code).toList(),
                        list.level())
                .forEach(revision -> revisions.computeIfAbsent(revision.county(), county -> new ArrayList<>()).add(revision));
        return revisions.values().stream().flatMap(ofCounty -> undecided(list, at, Instant.MAX, ofCounty)).toList();
    }

    /** What the actor's county has to decide for a level, in the order in which it matters: of the list in force, then of those to come. */
    @Transactional(readOnly = true)
    public List<Undecided> undecided(RiskLevel level, Actor actor) {
        if (actor.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
        var province = regions.county(actor.scope()).orElseThrow(NotFound::new).province();
        var now = clock.instant();
        var versions = ListVersion.at(now, lists.findByProvinceAndLevelOrderByVersionDesc(province, level)).reversed().stream()
                .filter(version -> version.status() == ListVersion.Status.IN_FORCE || version.status() == ListVersion.Status.SCHEDULED)
                .map(ListVersion::list).toList();
        var revisions = adaptations.findByCountyAndLevelOrderByRevisionDesc(actor.scope(), level);
        return IntStream.range(0, versions.size()).boxed()
                .flatMap(n -> undecided(versions.get(n), later(versions.get(n).effectiveAt(), now),
                        n + 1 < versions.size() ? versions.get(n + 1).effectiveAt() : Instant.MAX, revisions))
                .toList();
    }

    /** The contents of a list and of those before it, newest first: an older one still knows the names of what is gone. */
    @Transactional(readOnly = true)
    public List<ListContent> known(ConditionList list) {
        return lists.findByProvinceAndLevelOrderByVersionDesc(list.province(), list.level()).stream()
                .filter(version -> version.version() <= list.version()).map(ConditionList::content).toList();
    }

    private static Stream<Undecided> undecided(ConditionList list, Instant from, Instant until, List<CountyAdaptation> newestFirst) {
        return CountyAdaptation.course(newestFirst, from).stream().filter(revision -> revision.effectiveAt().isBefore(until))
                .map(revision -> new Undecided(list, revision, revision.adaptation().conflicts(list.content()),
                        later(revision.effectiveAt(), from)))
                .filter(undecided -> !undecided.conflicts().isEmpty());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
