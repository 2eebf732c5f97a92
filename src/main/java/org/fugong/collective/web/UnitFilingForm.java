package org.fugong.collective.web;

import java.time.LocalDate;
import java.util.Optional;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.submission.Confirmation;
import org.fugong.web.DayRange;
import org.fugong.web.Line;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** What the filings of all units are confirmed with: by a tick and a name, or, where they are promised, by a proof of identity. */
record UnitFilingForm(@Line(max = 20) String start, String confirmed, @Line(max = 50) String signedName, String password) {

    static UnitFilingForm of(Filing like, LocalDate today) {
        var start = like.plan().start();
        return new UnitFilingForm((start == null || start.isBefore(today) ? today : start).toString(), "", like.signedName(), "");
    }

    /** The day that work is resumed on; empty where something is wrong, which the binding then says. */
    Optional<LocalDate> read(FilingKind kind, LocalDate today, BindingResult binding) {
        var day = DayRange.iso(start);
        if (day.isEmpty()) {
            binding.rejectValue("start", "unit-filing.start.wrong");
        } else if (day.get().isBefore(today)) {
            binding.rejectValue("start", "unit-filing.start.past");
        }
        if (kind.answered() && !"true".equals(confirmed)) {
            binding.rejectValue("confirmed", "unit-filing.confirmed.missing");
        }
        if (kind.answered() && Typed.isBlank(signedName)) {
            binding.rejectValue("signedName", "unit-filing.signedName.missing");
        }
        return binding.hasErrors() ? Optional.empty() : day;
    }

    Confirmation confirmation(String address) {
        return Confirmation.by("", Typed.isBlank(signedName) ? null : signedName.strip(), address);
    }
}
