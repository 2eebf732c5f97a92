package org.fugong.adaptation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fugong.risk.RiskLevel;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What counties ask less of; always loaded by county. */
public interface CountyAdaptations extends Repository<CountyAdaptation, Long> {

    CountyAdaptation saveAndFlush(CountyAdaptation adaptation);

    Optional<CountyAdaptation> findByIdAndCounty(long id, String county);

    Optional<CountyAdaptation> findFirstByCountyAndLevelOrderByRevisionDesc(String county, RiskLevel level);

    Optional<CountyAdaptation> findByCountyAndLevelAndRevision(String county, RiskLevel level, int revision);

    List<CountyAdaptation> findByCountyAndLevelOrderByRevisionDesc(String county, RiskLevel level);

    List<CountyAdaptation> findByCountyInAndLevelOrderByRevisionDesc(Collection<String> counties, RiskLevel level);

    /** The revision in force: the latest of those that have taken effect. */
    @Query("""
            select revision.id from CountyAdaptation revision
            where revision.county = :county and revision.level = :level and revision.effectiveAt <= :at
            order by revision.revision desc limit 1""")
    Optional<Long> inForce(String county, RiskLevel level, Instant at);

    /** The revisions in force at a moment in several counties; a county without one is absent. */
    @Query("""
            select revision from CountyAdaptation revision
            where revision.county in :counties and revision.level = :level and revision.revision = (
                select max(other.revision) from CountyAdaptation other
                where other.county = revision.county and other.level = revision.level and other.effectiveAt <= :at)
            order by revision.county""")
    List<CountyAdaptation> inForce(Collection<String> counties, RiskLevel level, Instant at);

    /** The revision in force at a moment, of those that had been recorded by another one. */
    @Query("""
            select revision.id from CountyAdaptation revision
            where revision.county = :county and revision.level = :level and revision.effectiveAt <= :on and revision.recordedAt <= :known
            order by revision.revision desc limit 1""")
    Optional<Long> inForce(String county, RiskLevel level, Instant on, Instant known);
}
