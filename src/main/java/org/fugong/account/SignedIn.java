package org.fugong.account;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;

/**
 * The principal of a session since a moment: its name is the login, as the audit trail writes it. {@code proof} is how it
 * was last proven who it is, {@code null} where it was not.
 */
public record SignedIn(Actor actor, Instant since, Proof proof) implements Principal, Serializable {

    /** A session in which nothing is proven. */
    public SignedIn(Actor actor, Instant since) {
        this(actor, since, null);
    }

    SignedIn proven(Proof later) {
        return new SignedIn(actor, since, later);
    }

    @Override
    public String getName() {
        return actor.login();
    }
}
