package org.fugong.verification;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All verifications; an official reaches those of the county, a firm its own. */
public interface Verifications extends Repository<Verification, Long> {

    Verification save(Verification verification);

    Optional<Verification> findByIdAndCounty(Long id, String county);

    Optional<Verification> findFirstByFilingIdAndCountyOrderByIdDesc(long filingId, String county);

    Optional<Verification> findFirstByFilingIdAndEnterpriseIdOrderByIdDesc(long filingId, long enterpriseId);

    /** For a step of the filing itself, which concerns whatever is open about it. */
    Optional<Verification> findByFilingIdAndStateIn(long filingId, Collection<VerificationState> states);
}
