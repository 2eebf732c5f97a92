package org.fugong.request.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** The answer to a request as typed. */
record AnswerForm(@Required @Line(max = 2000, multiline = true) String text) {
}
