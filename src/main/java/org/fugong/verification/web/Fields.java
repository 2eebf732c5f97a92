package org.fugong.verification.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.verification.InputProblem;
import org.fugong.web.Dates;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

/** The fields of the forms of a verification and what is wrong with them, in the order in which it was found. */
final class Fields {

    static final String NAME = "verification";

    private Fields() {
    }

    /** Errors without a target: what was typed is kept beside them. */
    static BindingResult binding() {
        return new MapBindingResult(new LinkedHashMap<>(), NAME);
    }

    /** A day as a date field sends it; null where nothing was typed, an error where it is no day. */
    static LocalDate day(String typed, String field, BindingResult binding) {
        if (Typed.isBlank(typed)) {
            return null;
        }
        var day = DayRange.iso(typed);
        if (day.isEmpty()) {
            binding.rejectValue(field, "verification.no-day");
        }
        return day.orElse(null);
    }

    /** Several lines as typed, without what surrounds them. */
    static String text(Map<String, String> typed, String field, String label, BindingResult binding) {
        var sent = typed.getOrDefault(field, "");
        var text = Typed.isBlank(sent) ? "" : sent.strip();
        if (!Typed.isClean(text, RecordingForm.TEXT, true)) {
            reject(binding, field, label, RecordingForm.TEXT);
        }
        return text;
    }

    static void reject(BindingResult binding, String field, String label, int max) {
        binding.rejectValue(field, "Line", new Object[]{new DefaultMessageSourceResolvable(label), max}, null);
    }

    static void reject(BindingResult binding, List<InputProblem> problems, Dates dates) {
        problems.forEach(problem -> {
            var arguments = Arrays.stream(problem.arguments())
                    .map(argument -> argument instanceof LocalDate day ? dates.day(day) : argument).toArray();
            if (problem.field().isEmpty()) {
                binding.reject(problem.key(), arguments, null);
            } else if (!binding.hasFieldErrors(problem.field())) {
                binding.rejectValue(problem.field(), problem.key(), arguments, null);
            }
        });
    }
}
