package org.fugong.recovery.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** Whose password was forgotten, as typed. */
record RecoveryForm(@Required @Line(max = 60) String username) {
}
