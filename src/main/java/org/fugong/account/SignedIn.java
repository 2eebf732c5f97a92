package org.fugong.account;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;

/** The principal of a session since a moment: its name is the login, as the audit trail writes it. */
public record SignedIn(Actor actor, Instant since) implements Principal, Serializable {

    @Override
    public String getName() {
        return actor.login();
    }
}
