package org.fugong.adaptation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.fugong.condition.ConditionLists;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Rules;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate jdbc;

    CountyLists(ConditionLists lists, CountyAdaptations adaptations, Regions regions, JdbcTemplate jdbc) {
        this.lists = lists;
        this.adaptations = adaptations;
        this.regions = regions;
        this.jdbc = jdbc;
    }

    /** What applies in a county at a level and moment; {@link NotFound} where the province has no list. */
    @Transactional(readOnly = true)
    public CountyList inForce(String county, RiskLevel level, Instant at) {
        var province = regions.county(county).map(County::province).orElseThrow(NotFound::new);
        var moment = OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        // both at once and without their entities: every submission asks
        return jdbc.query("""
                select list.id list, (
                    select id from county_adaptation where county = ? and level = list.level and effective_at <= ?
                    order by revision desc limit 1) adaptation
                from condition_list list where province = ? and level = ? and state = 'PUBLISHED' and effective_at <= ?
                order by version desc limit 1""",
                (row, n) -> of(row.getLong("list"), row.getObject("adaptation", Long.class), county),
                county, moment, province, level.name(), moment).stream().findFirst().orElseThrow(NotFound::new);
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
