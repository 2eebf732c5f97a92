package org.fugong.owed.web;

import java.time.LocalDate;
import org.fugong.web.DayRange;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** The end of the epidemic as typed; without a day one that was declared is taken back. */
record EpidemicEndForm(@Line(max = 20) String endsOn, @Required @Line(max = 200) String basis) {

    /** Null where one is taken back; only for a form without errors. */
    LocalDate day() {
        return DayRange.read(endsOn).orElse(null);
    }

    void check(BindingResult binding) {
        if (!Typed.isBlank(endsOn)) {
            DayRange.read(endsOn).ifPresentOrElse(day -> DayRange.POSSIBLE.rejects(day, "endsOn", binding),
                    () -> binding.rejectValue("endsOn", "epidemicEnd.endsOn.unreadable"));
        }
    }
}
