package org.fugong;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Instant;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Lets a test act as somebody who is signed in. */
public final class Session {

    private static final Instant LONG_ENOUGH = Instant.parse("9999-01-01T00:00:00Z");

    private Session() {
    }

    public static RequestPostProcessor as(Actor actor) {
        return authentication(of(actor));
    }

    public static Authentication of(Actor actor) {
        return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(actor, LONG_ENOUGH), null,
                List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())));
    }
}
