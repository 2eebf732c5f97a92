package org.fugong.adaptation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import org.fugong.condition.ConditionLists;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Rules;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists as they apply in counties; what is published never changes, so it is compiled once and kept. */
@Component
public class CountyLists {

    private record Key(long listId, Long adaptationId, String county) {
    }

    private final Cache<Key, CountyList> known = Caffeine.newBuilder().maximumSize(500).build();
    private final Cache<Long, Rules> rules = Caffeine.newBuilder().maximumSize(100).build();
    private final ConditionLists lists;
    private final CountyAdaptations adaptations;
    private final Regions regions;

    CountyLists(ConditionLists lists, CountyAdaptations adaptations, Regions regions) {
        this.lists = lists;
        this.adaptations = adaptations;
        this.regions = regions;
    }

    /** What applies in a county at a level and moment; {@link NotFound} where the province has no list. */
    @Transactional(readOnly = true)
    public CountyList inForce(String county, RiskLevel level, Instant at) {
        var province = regions.county(county).map(County::province).orElseThrow(NotFound::new);
        long list = lists.inForce(province, level, at).orElseThrow(NotFound::new);
        return of(list, adaptations.inForce(county, level, at).orElse(null), county);
    }

    /** What applied in a county at a level and moment as it was known at another one; empty where there was no list. */
    @Transactional(readOnly = true)
    public Optional<CountyList> inForce(String county, RiskLevel level, Instant on, Instant known) {
        var province = regions.county(county).map(County::province).orElseThrow(NotFound::new);
        return lists.inForce(province, level, on, known)
                .map(list -> of(list, adaptations.inForce(county, level, on, known).orElse(null), county));
    }

    /** A list that a filing was judged by, with the revision of its county (null: none). */
    @Transactional(readOnly = true)
    public CountyList of(long listId, Long adaptationId, String county) {
        // counties without an adaptation share the list
        var key = new Key(listId, adaptationId, adaptationId == null ? null : county);
        var kept = known.getIfPresent(key);
        return kept != null ? kept : build(key);
    }

    private CountyList build(Key key) {
        var list = lists.findById(key.listId()).filter(found -> !found.draft()).orElseThrow(NotFound::new);
        var revision = Optional.ofNullable(key.adaptationId())
                .map(id -> adaptations.findByIdAndCounty(id, key.county()).orElseThrow(NotFound::new));
        var built = new CountyList(list, revision.orElse(null), rules.get(key.listId(), id -> Rules.compile(list.content())));
        known.put(key, built);
        return built;
    }
}
