package org.fugong.lookup.web;

import java.time.Instant;
import java.util.Optional;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** The day to look up and the day whose knowledge counts, as typed; nothing typed means now. */
record AsOfForm(String on, String known) {

    /** What is asked, or the errors put into {@code binding}. */
    Optional<AsOf> read(Instant now, BindingResult binding) {
        var asked = read("on", on, now, binding);
        var informed = read("known", known, now, binding);
        asked.ifPresent(moment -> AsOfMoment.POSSIBLE.rejects(moment.day(), "on", binding));
        if (informed.filter(moment -> moment.instant().isAfter(now)).isPresent()) {
            binding.rejectValue("known", "asOf.known.future");
        } else {
            informed.ifPresent(moment -> AsOfMoment.POSSIBLE.rejects(moment.day(), "known", binding));
        }
        return binding.hasErrors() ? Optional.empty() : Optional.of(new AsOf(asked.orElseThrow(), informed.orElseThrow(), now));
    }

    private static Optional<AsOfMoment> read(String field, String typed, Instant now, BindingResult binding) {
        var read = Typed.isBlank(typed) ? Optional.of(AsOfMoment.now(now)) : AsOfMoment.read(typed, now);
        if (read.isEmpty()) {
            binding.rejectValue(field, "asOf.unreadable");
        }
        return read;
    }
}
