package org.fugong.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The accounts; officials and admins are listed only within a scope. */
public interface Accounts extends Repository<Account, Long> {

    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findByLogin(String login);

    /** For who has proven to own it. */
    Optional<Account> findById(long id);

    /** Another hash of the same password, unless it has become another one meanwhile; how many accounts that were. */
    @Modifying
    @Query("update Account account set account.passwordHash = :hash where account.id = :id and account.passwordHash = :before")
    int rehash(long id, String before, String hash);

    boolean existsByRole(Role role);

    boolean existsByLogin(String login);

    boolean existsByIdAndActiveTrueAndSessionsSinceLessThanEqual(long id, Instant since);

    /** Staff by login after a key, for a page. */
    List<Account> findByScopeInAndRoleInAndLoginGreaterThanOrderByLogin(Collection<String> scopes, Collection<Role> roles, String after,
            Limit limit);

    /** Several accounts, to name who did something. */
    List<Account> findByIdIn(Collection<Long> ids);

    Optional<Account> findByIdAndScopeInAndRoleIn(long id, Collection<String> scopes, Collection<Role> roles);
}
