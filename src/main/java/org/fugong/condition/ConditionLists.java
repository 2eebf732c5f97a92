package org.fugong.condition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fugong.risk.RiskLevel;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The lists of all provinces; an admin's are loaded by the province of the admin. */
public interface ConditionLists extends Repository<ConditionList, Long> {

    ConditionList save(ConditionList list);

    ConditionList saveAndFlush(ConditionList list);

    void delete(ConditionList draft);

    Optional<ConditionList> findById(long id);

    Optional<ConditionList> findByIdAndProvince(long id, String province);

    Optional<ConditionList> findByProvinceAndLevelAndState(String province, RiskLevel level, ConditionList.State state);

    List<ConditionList> findByProvinceAndLevelOrderByVersionDesc(String province, RiskLevel level);

    /** The version in force: the latest of those that have taken effect, so that a new one also overtakes one that is still to come. */
    @Query("""
            select list.id from ConditionList list
            where list.province = :province and list.level = :level and list.state = PUBLISHED and list.effectiveAt <= :at
            order by list.version desc limit 1""")
    Optional<Long> inForce(String province, RiskLevel level, Instant at);

    /** The version in force at a moment, of those that had been published by another one. */
    @Query("""
            select list.id from ConditionList list
            where list.province = :province and list.level = :level and list.state = PUBLISHED
            and list.effectiveAt <= :on and list.publishedAt <= :known
            order by list.version desc limit 1""")
    Optional<Long> inForce(String province, RiskLevel level, Instant on, Instant known);
}
