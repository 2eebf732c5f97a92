package org.fugong.filing.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Decision.Reason;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** The reasons of a refusal as typed, by the code of the item, each in a field {@code reason.A01}. */
record RefusalForm(Map<String, String> reasons) {

    private static final int MAX = 500;
    private static final String PREFIX = "reason.";

    static RefusalForm typed(Map<String, String> parameters) {
        var reasons = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !Typed.isBlank(value)) {
                reasons.put(name.substring(PREFIX.length()), value.strip());
            }
        });
        return new RefusalForm(reasons);
    }

    /** The reasons in the order of the list; there is at least one, and each rests on one of the grounds. */
    List<Reason> reasons(List<ConditionItem> grounds, List<String> foreign, BindingResult binding) {
        if (reasons.isEmpty()) {
            binding.reject("refusal.none");
        }
        reasons.forEach((code, text) -> {
            if (foreign.contains(code)) {
                binding.reject("refusal.outside-list", new Object[]{code}, null);
            } else if (!Typed.isClean(text, MAX, false)) {
                binding.rejectValue(PREFIX + code, "Line", new Object[]{new DefaultMessageSourceResolvable("refusal.reason"), MAX}, null);
            }
        });
        return grounds.stream().filter(item -> reasons.containsKey(item.code()))
                .map(item -> new Reason(item.code(), reasons.get(item.code()))).toList();
    }
}
