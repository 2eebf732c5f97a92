package org.fugong.application.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.application.RefusalGround;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.rule.Verdict;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/**
 * The reasons of a refusal as typed, by the code of the item, each in a field {@code reason.A01}, and why the rules are
 * contradicted.
 */
record RefusalForm(Map<String, String> reasons, String contradiction) {

    private static final int MAX = 500;
    private static final String PREFIX = "reason.";
    private static final String CONTRADICTION = "contradiction";

    static RefusalForm typed(Map<String, String> parameters) {
        var contradiction = parameters.get(CONTRADICTION);
        return new RefusalForm(reasons(parameters), Typed.isBlank(contradiction) ? "" : contradiction.strip());
    }

    /** The reasons among what was typed. */
    static Map<String, String> reasons(Map<String, String> parameters) {
        var reasons = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !Typed.isBlank(value)) {
                reasons.put(name.substring(PREFIX.length()), value.strip());
            }
        });
        return reasons;
    }

    /** The form before anything is typed: what departments disagree about, merged by item, in their words. */
    static RefusalForm merged(List<Reason> disagreed) {
        var reasons = new LinkedHashMap<String, String>();
        disagreed.forEach(reason -> reasons.merge(reason.code(), reason.text(), (one, other) -> one + " " + other));
        return new RefusalForm(reasons, "");
    }

    /** The reasons in the order of the grounds; there is at least one, each rests on a ground, and a contradiction says why. */
    List<Reason> reasons(Filing filing, List<RefusalGround> grounds, List<String> foreign, List<Reason> disagreed, BindingResult binding) {
        if (reasons.isEmpty()) {
            binding.reject("refusal.none");
        }
        check(reasons, filing, foreign, binding);
        disagreed.stream().map(Reason::code).distinct().filter(code -> !reasons.containsKey(code))
                .forEach(code -> binding.rejectValue(PREFIX + code, "refusal.disagreed", new Object[]{code}, null));
        var named = grounds.stream().filter(ground -> reasons.containsKey(ground.code())).toList();
        var contradicted = named.stream().filter(RefusalGround::contradicts).map(RefusalGround::code).toList();
        if (!contradicted.isEmpty() && contradiction.isEmpty()) {
            binding.rejectValue(CONTRADICTION, "refusal.contradiction.missing", new Object[]{String.join(" ", contradicted)}, null);
        } else if (!Typed.isClean(contradiction, MAX, false)) {
            binding.rejectValue(CONTRADICTION, "Line", new Object[]{new DefaultMessageSourceResolvable("refusal.contradiction"), MAX},
                    null);
        }
        return named.stream().map(ground -> new Reason(ground.code(), reasons.get(ground.code()))).toList();
    }

    /** That each of some reasons rests on a ground, and is a line of text. */
    static void check(Map<String, String> reasons, Filing filing, List<String> foreign, BindingResult binding) {
        reasons.forEach((code, text) -> {
            if (foreign.contains(code)) {
                binding.reject(filing.verdict(code) == Verdict.NOT_APPLICABLE ? "refusal.not-applicable" : "refusal.outside-list",
                        new Object[]{code}, null);
            } else if (!Typed.isClean(text, MAX, false)) {
                binding.rejectValue(PREFIX + code, "Line", new Object[]{new DefaultMessageSourceResolvable("refusal.reason"), MAX}, null);
            }
        });
    }
}
