package org.fugong.calendar.web;

import org.fugong.web.Line;
import org.fugong.web.Required;

/** One day as typed: what it is instead of a plain day of the week, and by which holiday. */
record DayForm(@Required @Line(max = 10) String day, @Required @Line(max = 10) String kind, @Required @Line(max = 20) String name,
        @Line(max = 10) String seen) {
}
