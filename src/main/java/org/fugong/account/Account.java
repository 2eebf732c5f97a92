package org.fugong.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One sign-in: a firm by its credit code, an official or admin by a name, with role and scope. */
@Entity
public class Account extends AbstractAggregateRoot<Account> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String login;
    private String passwordHash;
    private String name;
    @Enumerated(EnumType.STRING)
    private Role role;
    private String scope;
    @Enumerated(EnumType.STRING)
    private Department department;
    private boolean active;
    private Instant openedAt;
    private Instant sessionsSince;
    @Version
    private int version;

    protected Account() {
    }

    Account(String login, String passwordHash, String name, Role role, String scope, Instant now) {
        this.login = login;
        this.passwordHash = passwordHash;
        this.name = name;
        this.role = role;
        this.scope = scope;
        this.active = true;
        this.openedAt = now;
        endSessions(now);
        registerEvent(new Opened(login, state()));
    }

    Account close(Instant now) {
        var before = state();
        this.active = false;
        endSessions(now);
        registerEvent(new Changed(login, "account.closed", before, state()));
        return this;
    }

    Account reopen() {
        var before = state();
        this.active = true;
        registerEvent(new Changed(login, "account.reopened", before, state()));
        return this;
    }

    /** An official works for a department from now on; {@code null} is the general desk of the county. */
    public Account work(Department next) {
        var before = state();
        this.department = role == Role.OFFICIAL ? next : null;
        registerEvent(new Changed(login, "account.assigned", before, state()));
        return this;
    }

    Account assign(String name, Role role, String scope, Department department, Instant now) {
        var before = state();
        if (role != this.role || !Objects.equals(scope, this.scope)) {
            endSessions(now);
        }
        this.name = name;
        this.role = role;
        this.scope = scope;
        this.department = role == Role.OFFICIAL ? department : null;
        registerEvent(new Changed(login, "account.assigned", before, state()));
        return this;
    }

    Account changePassword(String hash, Instant now) {
        this.passwordHash = hash;
        endSessions(now);
        registerEvent(new PasswordChanged(login));
        return this;
    }

    /** Sessions begun earlier end with their next request: what they may do, or by which password, is no longer so. */
    private void endSessions(Instant now) {
        this.sessionsSince = now.truncatedTo(ChronoUnit.MILLIS);
    }

    public Actor actor() {
        return new Actor(id, login, name, role, scope);
    }

    public Long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public String scope() {
        return scope;
    }

    /** The department that an official works for; {@code null} for the general desk of the county, and for everybody else. */
    public Department department() {
        return department;
    }

    public boolean active() {
        return active;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public int version() {
        return version;
    }

    String passwordHash() {
        return passwordHash;
    }

    private Map<String, Object> state() {
        var state = new HashMap<String, Object>();
        state.put("name", name);
        state.put("role", role);
        state.put("scope", scope);
        if (department != null) {
            state.put("department", department);
        }
        state.put("active", active);
        return state;
    }

    /** An account was opened. */
    public record Opened(String login, Map<String, Object> after) implements Audited {
        @Override
        public String action() {
            return "account.opened";
        }

        @Override
        public String subject() {
            return "account:" + login;
        }
    }

    /** Name, role, scope or state of an account was changed. */
    public record Changed(String login, String action, Map<String, Object> before, Map<String, Object> after) implements Audited {
        @Override
        public String subject() {
            return "account:" + login;
        }
    }

    /** The same password is kept by another hash from now on. */
    public record Rehashed(String login) implements Audited {
        @Override
        public String action() {
            return "account.password-rehashed";
        }

        @Override
        public String subject() {
            return "account:" + login;
        }
    }

    /** A password was set anew; neither password nor hash is in the trace. */
    public record PasswordChanged(String login) implements Audited {
        @Override
        public String action() {
            return "account.password-changed";
        }

        @Override
        public String subject() {
            return "account:" + login;
        }
    }
}
