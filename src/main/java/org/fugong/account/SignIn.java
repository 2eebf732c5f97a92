package org.fugong.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fugong.web.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in: who a login and password are, within a limit of failures, and the session that follows. */
@Component
public class SignIn {

    /** The cookie that names the account which signed in last on this browser. */
    private static final String LAST = "last";

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final PasswordUpgrade upgrade;
    private final Clock clock;
    private final AttemptLimit guesses;
    private volatile String noPassword;
    private final Cache<SignedIn, Boolean> holding = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(2))
            .build();
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignIn(Accounts accounts, PasswordEncoder passwords, PasswordUpgrade upgrade, AttemptLimit guesses, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.upgrade = upgrade;
        this.clock = clock;
        this.guesses = guesses;
    }

    /**
     * The actor behind a login and password; empty where they do not fit. Takes as long for an unknown login as for one
     * whose hash is of the present kind; an older one is replaced when it was right.
     *
     * @throws TooManyFailures where the login has failed too often
     * @throws Busy where too many passwords are being checked
     */
    public Optional<Actor> check(String login, String password) {
        guesses.begin(login);
        var account = accounts.findByLogin(login);
        boolean fits;
        try {
            fits = passwords.matches(password, account.map(Account::passwordHash).orElseGet(this::noPassword));
        } catch (Busy e) {
            guesses.unjudged(login);
            throw e;
        }
        if (!fits || account.filter(Account::active).isEmpty()) {
            return Optional.empty();
        }
        guesses.succeeded(login);
        account.ifPresent(found -> upgrade.of(found, password));
        return account.map(Account::actor);
    }

    /** What was typed as a login: firms sign in with their credit code, 18 characters in upper case, staff with a name in lower case. */
    public static String login(String typed) {
        var code = Typed.code(typed);
        return code.length() == 18 ? code : Typed.plain(typed).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** Hashed when it is first needed: at the start it would keep everybody waiting. */
    private String noPassword() {
        if (noPassword == null) {
            noPassword = passwords.encode("no account has this password");
        }
        return noPassword;
    }

    /** Makes the actor the one of this session, under a new session id. */
    public void establish(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var now = clock.instant();
        keep(new SignedIn(actor, now, new Proof(Proof.Means.SIGN_IN, now)), request, response);
        request.getSession().setMaxInactiveInterval(request.getServletContext().getSessionTimeout() * 60);
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(LAST, String.valueOf(actor.accountId()))
                .path("/").maxAge(Duration.ofDays(1)).httpOnly(true).sameSite("Lax").build().toString());
    }

    /** The session at hand, where it is the actor's. */
    Optional<SignedIn> session(Actor actor) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn session && session.actor().equals(actor)
                ? Optional.of(session)
                : Optional.empty();
    }

    /** Goes on with the session at hand as another state of it. */
    void keep(SignedIn session) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
            keep(session, web.getRequest(), web.getResponse());
        }
    }

    private void keep(SignedIn session, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(session, null,
                List.of(new SimpleGrantedAuthority("ROLE_" + session.actor().role()))));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }

    /**
     * Where to go on after signing in: to the page that was wanted; with a form that was sent only if it was the same
     * account's, so that nobody finishes what another left on the same machine.
     */
    public Optional<String> wanted(Actor actor, SavedRequest wanted) {
        if (wanted == null) {
            return Optional.empty();
        }
        boolean own = wanted.getMethod().equals("GET") || wanted.getCookies().stream()
                .anyMatch(cookie -> cookie.getName().equals(LAST) && cookie.getValue().equals(String.valueOf(actor.accountId())));
        // only within this site, whatever a cookie says
        var url = UriComponentsBuilder.fromUriString(wanted.getRedirectUrl()).scheme(null).host(null).port(null).build().toUriString();
        return own && url.startsWith("/") && !url.startsWith("//") ? Optional.of(url) : Optional.empty();
    }

    /**
     * Whether a session still holds: its account is open, and neither its role nor its password has changed since. Known
     * for two seconds, unless an account changes here.
     */
    public boolean holds(SignedIn session) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? asks(session) : holding.get(session, this::asks);
    }

    private boolean asks(SignedIn session) {
        return accounts.existsByIdAndActiveTrueAndSessionsSinceLessThanEqual(session.actor().accountId(), session.since());
    }

    @TransactionalEventListener
    void changed(Account.Changed event) {
        holding.invalidateAll();
    }

    @TransactionalEventListener
    void changed(Account.PasswordChanged event) {
        holding.invalidateAll();
    }

    /** Too many passwords are being checked at this moment; it was not looked at. */
    public static class Busy extends RuntimeException {

        Busy() {
            super("too many passwords at once", null, false, false);
        }

        /** Says so in the head of the answer, and when to come again. */
        public void mark(HttpServletResponse response) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
    }

    /** Too many failures in a quarter of an hour: wait. */
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    public static class TooManyFailures extends RuntimeException {
    }
}
