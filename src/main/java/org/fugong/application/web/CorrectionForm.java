package org.fugong.application.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.fugong.application.Correction;
import org.fugong.application.CorrectionAnswering;
import org.fugong.application.CorrectionAnswering.Given;
import org.fugong.application.CorrectionTarget;
import org.fugong.filing.Filing;
import org.fugong.web.Dates;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/**
 * What a firm typed at the points of its correction: each in a field of the target's name, with words in {@code said.…} and files, of
 * which {@code attached} names the targets that have some, in {@code files.…}.
 */
record CorrectionForm(Map<String, String> typed, Collection<String> attached, Function<CorrectionTarget, String> title) {

    static final String SAID = "said.";
    static final String FILES = "files.";

    private static final int MAX = 200;

    /** What is to be changed and said at each point; a value that is none, or neither a change nor a word, is rejected beside its field. */
    Map<String, Given> given(Filing filing, Correction correction, Map<String, CorrectionTarget> known, BindingResult binding) {
        var given = new LinkedHashMap<String, Given>();
        for (var point : correction.points()) {
            var target = known.get(point.target());
            var said = typed.getOrDefault(SAID + target.name(), "").strip();
            if (!Typed.isClean(said, MAX, false)) {
                binding.rejectValue(SAID + target.name(), "Line", new Object[]{title.apply(target), MAX}, null);
            }
            given.put(target.name(), new Given(value(filing, target, said, binding), said));
        }
        check(filing, given, binding);
        return given;
    }

    private Object value(Filing filing, CorrectionTarget target, String said, BindingResult binding) {
        var before = CorrectionAnswering.text(CorrectionAnswering.value(filing, target));
        var text = typed.getOrDefault(target.name(), "");
        var value = target.read(text).orElse(null);
        if (value == null && !Typed.isBlank(text) && target.type() != CorrectionTarget.Type.NONE) {
            binding.rejectValue(target.name(), target.type() == CorrectionTarget.Type.TEXT ? "Line" : "reading." + target.type(),
                    new Object[]{title.apply(target), MAX}, null);
            return null;
        }
        var changed = value != null && !CorrectionAnswering.text(value).equals(before);
        if (!changed && said.isEmpty() && !attached.contains(target.name())) {
            binding.rejectValue(target.type() == CorrectionTarget.Type.NONE ? SAID + target.name() : target.name(), "correction.unanswered",
                    new Object[]{title.apply(target)}, null);
        }
        return changed ? value : null;
    }

    /** No more people can be planned than there are, nor begin before today is over. */
    private static void check(Filing filing, Map<String, Given> given, BindingResult binding) {
        var total = number(given, "plan.totalStaff", filing.plan().totalStaff());
        var planned = number(given, "plan.plannedStaff", filing.plan().plannedStaff());
        if (total != null && planned != null && planned > total) {
            binding.rejectValue(given.containsKey("plan.plannedStaff") ? "plan.plannedStaff" : "plan.totalStaff",
                    "plan.planned-above-total",
                    new Object[]{String.valueOf(total)}, null);
        }
        if (given.containsKey("plan.start") && given.get("plan.start").value() instanceof LocalDate start
                && start.isBefore(LocalDate.ofInstant(filing.submittedAt(), Dates.ZONE))) {
            binding.rejectValue("plan.start", "plan.start-past");
        }
    }

    private static Integer number(Map<String, Given> given, String target, Integer known) {
        return given.containsKey(target) && given.get(target).value() instanceof Integer number ? number : known;
    }
}
