package org.fugong.account.web;

import jakarta.validation.constraints.Pattern;
import org.fugong.account.Password;
import org.fugong.web.Line;
import org.fugong.web.Required;

record SetupForm(@Required @Line(max = 60) String token,
        @Required @Pattern(regexp = "|[a-z][a-z0-9.-]{2,16}") String username,
        @Required @Line(max = 30) String name,
        @Required @Password String password) {
}
