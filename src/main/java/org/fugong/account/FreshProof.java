package org.fugong.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.fugong.web.Typed;
import org.springframework.stereotype.Component;

/** The fresh proof of identity that something is signed with: a sign-in not long ago, and after that the password again. */
@Component
public class FreshProof {

    private final SignIn signIn;
    private final Duration lasting;
    private final Clock clock;

    FreshProof(SignIn signIn, AccountSettings settings, Clock clock) {
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
     * @throws SignIn.Busy where too many passwords are being checked
     */
    public Optional<Proof> of(Actor actor, String password) {
        return Typed.isBlank(password) ? held(actor) : byPassword(actor, password);
    }

    private Optional<Proof> byPassword(Actor actor, String password) {
        if (signIn.check(actor.login(), password).isEmpty()) {
            return Optional.empty();
        }
        var proof = new Proof(Proof.Means.PASSWORD, clock.instant());
        signIn.session(actor).ifPresent(session -> signIn.keep(session.proven(proof)));
        return Optional.of(proof);
    }
}
