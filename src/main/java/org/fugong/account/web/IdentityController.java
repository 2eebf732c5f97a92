package org.fugong.account.web;

import org.fugong.account.Actor;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an open page who is signed in now: another tab of the browser may have signed somebody else in, or nobody. */
@RestController
class IdentityController {

    /** Null where nobody is signed in; the token is the one that forms are sent with now. */
    record Identity(String login, String name, String token) {
    }

    @GetMapping("/account/identity")
    Identity identity(Actor actor, CsrfToken token) {
        return new Identity(actor == null ? null : actor.login(), actor == null ? null : actor.name(), token.getToken());
    }
}
