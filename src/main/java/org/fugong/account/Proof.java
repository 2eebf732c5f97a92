package org.fugong.account;

import java.io.Serializable;
import java.time.Instant;

/** How somebody has proven who it is, and when: what a signature rests on. */
public record Proof(Means by, Instant at) implements Serializable {

    /** By signing in, by the password typed once more in a session that goes on, or on a paper signed by hand, whose scan is kept. */
    public enum Means {
        SIGN_IN, PASSWORD, PAPER
    }
}
