package org.fugong.account;

import java.io.Serializable;
import java.security.Principal;

/** The principal of a session: its name is the login, as the audit trail writes it. */
public record SignedIn(Actor actor) implements Principal, Serializable {

    @Override
    public String getName() {
        return actor.login();
    }
}
