package org.fugong.application.web;

import java.util.List;
import java.util.Map;
import org.fugong.application.RefusalGround;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** The opinion of a department as typed: whether it agrees, its reasons by the code of the item, and what else there is to say. */
record OpinionForm(String agrees, Map<String, String> reasons, String note) {

    static final OpinionForm EMPTY = new OpinionForm("", Map.of(), "");

    private static final int MAX = 500;

    static OpinionForm typed(Map<String, String> parameters) {
        var note = parameters.get("note");
        return new OpinionForm(parameters.getOrDefault("agrees", ""), RefusalForm.reasons(parameters),
                Typed.isBlank(note) ? "" : note.strip());
    }

    /** The reasons in the order of the grounds: none where the department agrees, at least one where it does not. */
    List<Reason> reasons(Filing filing, List<RefusalGround> grounds, List<String> foreign, BindingResult binding) {
        RefusalForm.check(reasons, filing, foreign, binding);
        switch (agrees) {
            case "true" -> {
                if (!reasons.isEmpty()) {
                    binding.rejectValue("agrees", "opinion.agrees.with-reasons");
                }
            }
            case "false" -> {
                if (reasons.isEmpty()) {
                    binding.rejectValue("agrees", "opinion.agrees.without-reasons");
                }
            }
            default -> binding.rejectValue("agrees", "opinion.agrees.missing");
        }
        if (!Typed.isClean(note, MAX, false)) {
            binding.rejectValue("note", "Line", new Object[]{new DefaultMessageSourceResolvable("opinion.note"), MAX}, null);
        }
        return grounds.stream().filter(ground -> reasons.containsKey(ground.code()))
                .map(ground -> new Reason(ground.code(), reasons.get(ground.code()))).toList();
    }
}
