package org.fugong.risk;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The recorded changes of level; where two take effect at once, the later recorded one counts. */
interface RiskLevelChanges extends Repository<RiskLevelChange, Long> {

    RiskLevelChange save(RiskLevelChange change);

    Optional<RiskLevelChange> findById(Long id);

    /** The change that was in force until another one took effect. */
    @Query("""
            select change from RiskLevelChange change where change.county = :county
            and (change.effectiveAt < :at or change.effectiveAt = :at and change.id < :id)
            order by change.effectiveAt desc, change.id desc limit 1""")
    Optional<RiskLevelChange> before(String county, Instant at, Long id);

    Optional<RiskLevelChange> findFirstByCountyAndEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(String county, Instant at);

    /** What counts at a moment, of what had been recorded by another one. */
    @Query("""
            select change from RiskLevelChange change
            where change.county = :county and change.effectiveAt <= :on and change.recordedAt <= :known
            order by change.effectiveAt desc, change.id desc limit 1""")
    Optional<RiskLevelChange> asKnown(String county, Instant on, Instant known);

    List<RiskLevelChange> findByCountyOrderByEffectiveAtDescIdDesc(String county);

    List<RiskLevelChange> findByCountyInAndEffectiveAtGreaterThanOrderByEffectiveAtAscIdAsc(Collection<String> counties, Instant at);

    Optional<RiskLevelChange> findFirstByCountyOrderByIdDesc(String county);

    /** Holds back others who would set the level of the same county until this transaction ends. */
    @Query(nativeQuery = true, value = "select code from county where code = :county for no key update")
    String lock(String county);
}
