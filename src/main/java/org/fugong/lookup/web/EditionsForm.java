package org.fugong.lookup.web;

import java.util.Map;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** The two editions of a list to lay side by side, by their labels; at first neither is chosen. */
record EditionsForm(String from, String to) {

    EditionsForm {
        from = Typed.plain(from);
        to = Typed.plain(to);
    }

    boolean open() {
        return from.isEmpty() && to.isEmpty();
    }

    void check(Map<String, ?> known, BindingResult binding) {
        if (open()) {
            return;
        }
        if (!known.containsKey(from)) {
            binding.rejectValue("from", "editions.unknown");
        }
        if (!known.containsKey(to)) {
            binding.rejectValue("to", "editions.unknown");
        }
    }
}
