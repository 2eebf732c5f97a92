package org.fugong.message.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** A code that was sent, as typed. */
record CodeForm(@Required @Line(max = 20) String code) {
}
