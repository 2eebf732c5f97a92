package org.fugong.inspection.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** An interest as declared. */
record InterestForm(@Required @Line(max = 30) String kind, @Required @Line(max = 50) String subject) {
}
