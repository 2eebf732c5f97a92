package org.fugong.recovery.web;

import org.fugong.account.Password;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** The code that was sent and the new password, neither of the passwords put back on a page. */
record NewPasswordForm(@Required @Line(max = 20) String code, @Required @Password String password,
        @Required @Line(max = 200) String repeat) {
}
