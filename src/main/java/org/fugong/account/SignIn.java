package org.fugong.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signing in: who a login and password are, within a limit of failures, and the session that follows. */
@Component
public class SignIn {

    /** Failures of one login within {@link #WINDOW} after which even the right password has to wait. */
    static final int FAILURES = 10;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String noPassword;
    private final Cache<String, AtomicInteger> failures;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignIn(Accounts accounts, PasswordEncoder passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
        this.noPassword = passwords.encode("no account has this password");
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.failures = Caffeine.newBuilder().ticker(ticker).maximumSize(100_000).expireAfterWrite(WINDOW).build();
    }

    /**
     * The actor behind a login and password; empty where they do not fit. Takes as long for an unknown login.
     *
     * @throws TooManyFailures where the login has failed too often
     */
    public Optional<Actor> check(String login, String password) {
        var count = failures.get(login, key -> new AtomicInteger());
        if (count.get() >= FAILURES) {
            throw new TooManyFailures();
        }
        var account = accounts.findByLogin(login);
        var fits = passwords.matches(password, account.map(Account::passwordHash).orElse(noPassword));
        if (!fits || account.filter(Account::active).isEmpty()) {
            count.incrementAndGet();
            return Optional.empty();
        }
        failures.invalidate(login);
        return account.map(Account::actor);
    }

    /** Makes the actor the one of this session, under a new session id. */
    public void establish(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(actor, clock.instant()), null, List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /** Whether a session still holds: its account is open, and neither its role nor its password has changed since. */
    public boolean holds(SignedIn session) {
        return accounts.existsByIdAndActiveTrueAndSessionsSinceLessThanEqual(session.actor().accountId(), session.since());
    }

    /** Ten failures in a quarter of an hour: wait. */
    public static class TooManyFailures extends RuntimeException {
    }
}
