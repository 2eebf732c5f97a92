package org.fugong.account.web;

import org.fugong.account.Password;
import org.fugong.web.Line;
import org.fugong.web.Required;

record PasswordForm(@Required @Line(max = 200) String current, @Required @Password String password, @Required String repeat) {
}
