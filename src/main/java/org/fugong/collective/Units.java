package org.fugong.collective;

import java.util.List;
import java.util.Optional;
import org.fugong.enterprise.CreditCode;
import org.springframework.data.repository.Repository;

/** The units of lists, which whoever asks has been found to be allowed to see. */
interface Units extends Repository<Unit, Long> {

    Unit saveAndFlush(Unit unit);

    Unit save(Unit unit);

    void delete(Unit unit);

    long countByListId(long listId);

    Optional<Unit> findById(long id);

    Optional<Unit> findByIdAndListId(long id, long listId);

    List<Unit> findByListIdOrderById(long listId);

    Optional<Unit> findByCreditCode(CreditCode code);
}
