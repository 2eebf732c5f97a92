package org.fugong.collective;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The lists of units, reached through their operator or by the link. */
public interface UnitLists extends Repository<UnitList, Long> {

    UnitList save(UnitList list);

    UnitList saveAndFlush(UnitList list);

    List<UnitList> findByEnterpriseIdOrderById(long enterpriseId);

    Optional<UnitList> findByIdAndEnterpriseId(long id, long enterpriseId);

    Optional<UnitList> findBySiteIdAndEnterpriseId(long siteId, long enterpriseId);

    Optional<UnitList> findByTokenAndOpenTrue(String token);

    /** The row locked, so that of two who add at once the second counts what the first has added. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<UnitList> findForUpdateById(long id);
}
