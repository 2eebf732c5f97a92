package org.fugong.impact;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.fugong.risk.RiskLevel;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** What changes of lists were foreseen to mean and seen to mean; loaded by the province's list or by the county. */
public interface Impacts extends Repository<Impact, Long> {

    Impact save(Impact impact);

    Impact saveAndFlush(Impact impact);

    Optional<Impact> findById(long id);

    /** The newest of a whole version. */
    Optional<Impact> findFirstByListIdAndPhaseAndCountyIsNullOrderByIdDesc(long listId, Impact.Phase phase);

    /** The newest of the same content, whether of a version or of what a county asks less of. */
    Optional<Impact> findFirstByListIdAndPhaseAndCountyAndFingerprintOrderByIdDesc(long listId, Impact.Phase phase, String county,
            String fingerprint);

    /** The newest of what a county asks less of. */
    Optional<Impact> findFirstByCountyAndLevelAndPhaseOrderByIdDesc(String county, RiskLevel level, Impact.Phase phase);

    Optional<Impact> findFirstByAdaptationIdAndPhaseOrderByIdDesc(long adaptationId, Impact.Phase phase);

    /** For the job that does it, so that two nodes do not do the same piece. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Impact> findForUpdateById(long id);
}
