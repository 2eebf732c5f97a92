package org.fugong.behalf.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** The credit code of the firm that is claimed, as typed. */
record ClaimForm(@Required @Line(max = 60) String creditCode) {
}
