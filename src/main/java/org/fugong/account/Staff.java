package org.fugong.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff that an admin keeps: of a province its officials, clerks of the hotline and admins, of a county the first two. An account
 * that is not among them is {@link NotFound}.
 */
@Component
public class Staff {

    /** Without letters and digits that are read for one another. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final AccountOpening opening;
    private final PasswordEncoder passwords;
    private final Regions regions;
    private final Clock clock;

    Staff(Accounts accounts, AccountOpening opening, PasswordEncoder passwords, Regions regions, Clock clock) {
        this.accounts = accounts;
        this.opening = opening;
        this.passwords = passwords;
        this.regions = regions;
        this.clock = clock;
    }

    /** Some accounts by login, those after one of them, from the first where it is {@code null}. */
    @Transactional(readOnly = true)
    public List<Account> page(Actor admin, Long after, int size) {
        return accounts.findByScopeInAndRoleInAndLoginGreaterThanOrderByLogin(scopes(admin), roles(admin),
                after == null ? "" : of(admin, after).login(), Limit.of(size));
    }

    @Transactional(readOnly = true)
    public Account of(Actor admin, long id) {
        return accounts.findByIdAndScopeInAndRoleIn(id, scopes(admin), roles(admin)).orElseThrow(NotFound::new);
    }

    /** The roles that an admin may give. */
    public List<Role> roles(Actor admin) {
        return switch (admin.role()) {
            case PROVINCE_ADMIN -> List.of(Role.OFFICIAL, Role.HOTLINE, Role.COUNTY_ADMIN, Role.PROVINCE_ADMIN);
            case COUNTY_ADMIN -> List.of(Role.OFFICIAL, Role.HOTLINE);
            default -> throw new NotFound();
        };
    }

    /** Opens an account for somebody whom the admin keeps; {@code department} may be null. */
    public Account open(Actor admin, String login, String password, String name, Role role, String scope, Department department) {
        requireKept(admin, role, scope);
        return opening.open(login, password, name, role, scope,
                account -> department == null ? account : accounts.save(account.work(department)));
    }

    /**
     * Gives an account another name, role, scope or department, which may be null.
     *
     * @param seen the version of the account on which the decision was made
     */
    @Transactional
    public Account assign(Actor admin, long id, int seen, String name, Role role, String scope, Department department) {
        requireKept(admin, role, scope);
        opening.requireFit(role, scope);
        var account = of(admin, id);
        if (account.role() != role || !account.scope().equals(scope)) {
            requireAnother(admin, id);
        }
        requireSeen(account, seen);
        return accounts.save(account.assign(name, role, scope, department, clock.instant()));
    }

    /** Closes an account; {@code seen} as for {@link #assign}. */
    @Transactional
    public Account close(Actor admin, long id, int seen) {
        requireAnother(admin, id);
        var account = of(admin, id);
        requireSeen(account, seen);
        return account.active() ? accounts.save(account.close(clock.instant())) : account;
    }

    /** Opens a closed account again; {@code seen} as for {@link #assign}. */
    @Transactional
    public Account reopen(Actor admin, long id, int seen) {
        var account = of(admin, id);
        requireSeen(account, seen);
        return account.active() ? account : accounts.save(account.reopen());
    }

    /** Gives an account another password; {@code seen} as for {@link #assign}, so that none that was just handed over is replaced. */
    @Transactional
    public Account resetPassword(Actor admin, long id, int seen, String password) {
        requireAnother(admin, id);
        var account = of(admin, id);
        requireSeen(account, seen);
        return accounts.save(account.changePassword(passwords.encode(password), clock.instant()));
    }

    /** A password to be handed over once: 16 characters in groups of four, about 79 bits. */
    public static String newPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static void requireAnother(Actor admin, long id) {
        if (admin.accountId() == id) {
            throw new OwnAccount();
        }
    }

    private static void requireSeen(Account account, int seen) {
        if (account.version() != seen) {
            throw new OptimisticLockingFailureException("account " + account.id() + " was changed in between");
        }
    }

    private void requireKept(Actor admin, Role role, String scope) {
        if (!roles(admin).contains(role) || !scopes(admin).contains(scope)) {
            throw new NotFound();
        }
    }

    private Collection<String> scopes(Actor admin) {
        return Stream.concat(Stream.of(admin.scope()), regions.within(admin.scope()).stream().map(County::code)).toList();
    }

    /** An admin may not close the own account nor change what it may do: another admin has to. */
    public static class OwnAccount extends RuntimeException {
    }
}
