package org.fugong.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fugong.web.Typed;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The fresh proof of identity that something is signed with: a sign-in not long ago, and after that the password again. */
@Component
public class FreshProof {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final AttemptLimit guesses;
    private final SignIn signIn;
    private final Duration lasting;
    private final Clock clock;

    FreshProof(Accounts accounts, PasswordEncoder passwords, AttemptLimit guesses, SignIn signIn, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
        this.signIn = signIn;
        this.lasting = Duration.ofMinutes(settings.proofMinutes());
        this.clock = clock;
    }

    /** The proof that the actor's session holds; empty where it has none or it has lapsed, so that the password is to be asked. */
    public Optional<Proof> held(Actor actor) {
        return signIn.session(actor).map(SignedIn::proof).filter(proof -> clock.instant().isBefore(proof.at().plus(lasting)));
    }

    /**
     * The proof that the session holds or, where a password is typed, one by that, which the session holds from then on;
     * empty where there is none or the password is wrong.
     *
     * @throws SignIn.TooManyFailures where the password has been guessed at too often
     */
    public Optional<Proof> of(Actor actor, String password) {
        return Typed.isBlank(password) ? held(actor) : byPassword(actor, password);
    }

    private Optional<Proof> byPassword(Actor actor, String password) {
        guesses.begin(actor.login());
        if (accounts.findByLogin(actor.login()).filter(Account::active)
                .filter(account -> passwords.matches(password, account.passwordHash())).isEmpty()) {
            return Optional.empty();
        }
        guesses.succeeded(actor.login());
        var proof = new Proof(Proof.Means.PASSWORD, clock.instant());
        signIn.session(actor).ifPresent(session -> signIn.keep(session.proven(proof)));
        return Optional.of(proof);
    }
}
