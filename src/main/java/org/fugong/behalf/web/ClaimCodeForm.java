package org.fugong.behalf.web;

import org.fugong.account.Password;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** The code that was sent and the password that is to be, neither of the passwords put back on a page. */
record ClaimCodeForm(@Required @Line(max = 20) String code, @Required @Password String password,
        @Required @Line(max = 200) String repeat) {
}
