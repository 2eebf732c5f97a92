package org.fugong.replay;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The recomputations of verdicts; an official reaches those of the own county, a province's admin those of the province. */
public interface VerdictRuns extends Repository<VerdictRun, Long> {

    VerdictRun save(VerdictRun run);

    VerdictRun saveAndFlush(VerdictRun run);

    Optional<VerdictRun> findByIdAndScope(long id, String scope);

    Optional<VerdictRun> findByScopeAndFinishedAtIsNull(String scope);

    List<VerdictRun> findByScopeOrderByIdDesc(String scope, Limit limit);

    /** For the job that does it, so that two nodes do not do the same piece. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<VerdictRun> findForUpdateById(long id);
}
