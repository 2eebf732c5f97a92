package org.fugong.enterprise;

import java.util.Optional;
import org.fugong.account.Actor;
import org.springframework.data.repository.Repository;

/** All enterprises; an actor of a firm reaches only its own. */
public interface Enterprises extends Repository<Enterprise, Long> {

    Enterprise save(Enterprise enterprise);

    /** For who holds a record of his own county that carries the id. */
    Optional<Enterprise> findById(Long id);

    Optional<Enterprise> findByAccountId(long accountId);

    boolean existsByCreditCode(CreditCode creditCode);

    default Optional<Enterprise> of(Actor actor) {
        return findByAccountId(actor.accountId());
    }
}
