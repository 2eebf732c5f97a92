package org.fugong.behalf;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** The entries of a county. */
interface BehalfEntries extends Repository<BehalfEntry, Long> {

    BehalfEntry save(BehalfEntry entry);

    Optional<BehalfEntry> findByIdAndCounty(long id, String county);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<BehalfEntry> findForUpdateByIdAndCounty(long id, String county);
}
