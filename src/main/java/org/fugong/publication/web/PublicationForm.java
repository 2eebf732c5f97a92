package org.fugong.publication.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.fugong.condition.ConditionList;
import org.fugong.condition.PublicationRequest;
import org.fugong.web.Dates;
import org.fugong.web.DayRange;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** By what basis, why and from when a list or an adaptation takes effect; without a day at once, without an hour at midnight. */
record PublicationForm(@Required @Line(max = 200) String basis, @Required @Line(max = 500, multiline = true) String reason,
        @Line(max = 20) String date, @Line(max = 10) String time, @Line(max = 5) String correction) {

    /** What was asked for before, where a draft came back; its time has to be thought about anew. */
    static PublicationForm of(ConditionList draft) {
        return draft.reason() == null
                ? new PublicationForm("", "", "", "", "")
                : new PublicationForm(draft.basis(), draft.reason(), "", "", "");
    }

    /** Whether a draft is asked for in the words of this form. */
    boolean asks(ConditionList draft) {
        return draft.basis().equals(basis) && draft.reason().equals(reason);
    }

    PublicationRequest request() {
        return new PublicationRequest(basis, reason, from().orElse(null), "true".equals(correction));
    }

    void check(BindingResult binding) {
        checkTime(date, time, binding);
    }

    Optional<Instant> from() {
        return from(date, time);
    }

    /** Empty where it is to be at once, or cannot be read. */
    static Optional<Instant> from(String date, String time) {
        return DayRange.iso(date).filter(DayRange.POSSIBLE::contains)
                .flatMap(day -> hour(time).map(hour -> day.atTime(hour).atZone(Dates.ZONE).toInstant()));
    }

    static void checkTime(String date, String time, BindingResult binding) {
        boolean atOnce = Typed.plain(date).isEmpty() && Typed.plain(time).isEmpty();
        if (!atOnce && !binding.hasFieldErrors("date")) {
            DayRange.iso(date).ifPresentOrElse(day -> DayRange.POSSIBLE.rejects(day, "date", binding),
                    () -> binding.rejectValue("date", "publication.no-date"));
        }
        if (!atOnce && !binding.hasFieldErrors("time") && hour(time).isEmpty()) {
            binding.rejectValue("time", "publication.no-time");
        }
    }

    private static Optional<LocalTime> hour(String time) {
        try {
            return Optional.of(Typed.plain(time).isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(Typed.plain(time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
