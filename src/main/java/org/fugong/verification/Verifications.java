package org.fugong.verification;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** All verifications; an official reaches those of the county, a firm its own. */
public interface Verifications extends Repository<Verification, Long> {

    Verification save(Verification verification);

    Optional<Verification> findByIdAndCounty(Long id, String county);

    Optional<Verification> findByIdAndCountyIn(Long id, Collection<String> counties);

    Optional<Verification> findFirstByFilingIdAndCountyOrderByIdDesc(long filingId, String county);

    Optional<Verification> findFirstByFilingIdAndEnterpriseIdOrderByIdDesc(long filingId, long enterpriseId);

    /** For a step of the filing itself, which concerns whatever is open about it. */
    Optional<Verification> findByFilingIdAndStateIn(long filingId, Collection<VerificationState> states);

    int countByCountyAndStateIn(String county, Collection<VerificationState> states);

    List<Verification> findByCountyAndStateInAndIdGreaterThanOrderById(String county, Collection<VerificationState> states, long after,
            Limit limit);

    /** The rows locked, so that an official who acts at the same moment is told that it has moved on. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Verification> findForUpdateByCountyAndStateInOrderById(String county, Collection<VerificationState> states, Limit limit);
}
