package org.fugong.recovery.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** Whose password is to be set anew, and that whoever came has shown who they are. */
record FirmPasswordForm(@Required @Line(max = 60) String code, @Line(max = 5) String checked) {
}
