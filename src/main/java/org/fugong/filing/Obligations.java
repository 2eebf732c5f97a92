package org.fugong.filing;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** What firms are asked to do about their filings; a firm and a county reach their own. */
public interface Obligations extends Repository<Obligation, Long> {

    Obligation save(Obligation obligation);

    Optional<Obligation> findById(Long id);

    /** Of a filing that whoever asks has been found to be allowed to see. */
    List<Obligation> findByFilingIdAndState(long filingId, Obligation.State state);

    Optional<Obligation> findByFilingIdAndDutyAndState(long filingId, Duty duty, Obligation.State state);

    List<Obligation> findBySiteIdAndState(long siteId, Obligation.State state);
}
