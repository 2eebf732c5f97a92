package org.fugong.inspection.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** An entry of the positive list as typed. */
record ListingForm(@Required @Line(max = 40) String code, @Required @Line(max = 30) String group,
        @Required @Line(max = 300, multiline = true) String note, @Required @Line(max = 20) String until) {
}
