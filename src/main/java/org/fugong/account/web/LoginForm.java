package org.fugong.account.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

record LoginForm(@Required @Line(max = 60) String username, @Required @Line(max = 200) String password) {
}
