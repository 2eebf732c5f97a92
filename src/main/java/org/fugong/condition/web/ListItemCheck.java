package org.fugong.condition.web;

import java.util.HashSet;
import java.util.stream.Stream;
import org.fugong.condition.ListContent;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Rules;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** Checks of a typed condition what no annotation can: its parts against each other and against the list, and the rules. */
record ListItemCheck(ListItemForm form, ListContent content, BindingResult binding) {

    void run() {
        check("code", form.code() != null && form.code().matches("[A-Z]\\d{2}"), "listItem.code.form");
        check("category", content.categories().stream().anyMatch(one -> one.code().equals(form.category())), "listItem.choose");
        check("answer", form.type().isPresent(), "listItem.choose");
        if (form.type().filter(AnswerType.CHOICE::equals).isPresent()) {
            check("options", ListItemForm.split(form.options()).size() >= 2, "listItem.options.few");
        }
        check("unit", Typed.isBlank(form.unit()) || content.units().containsKey(form.unit()), "listItem.choose");
        checkParameters();
        int papers = ListItemForm.split(form.evidence()).size();
        check("evidenceEn", ListItemForm.split(form.evidenceEn()).size() == papers, "listItem.evidenceEn.pairs", papers);
        check("use", form.purpose().isPresent(), "listItem.choose");
        check("deferral",
                Typed.isBlank(form.deferral()) || Stream.of(ListItemForm.DAYS, ListItemForm.EPIDEMIC_END).anyMatch(form.deferral()::equals),
                "listItem.choose");
        check("deferralDays",
                Typed.isBlank(form.deferral()) || Typed.whole(form.deferralDays()).filter(days -> days >= 0 && days <= 365).isPresent(),
                "listItem.deferralDays.figure");
        checkPair("process", form.process(), form.processEn());
        checkPair("materials", form.materials(), form.materialsEn());
        checkPair("time", form.time(), form.timeEn());
        if (!binding.hasErrors()) {
            checkRules();
        }
    }

    private void check(String field, boolean does, String key, Object... arguments) {
        if (!does && !binding.hasFieldErrors(field)) {
            binding.rejectValue(field, key, arguments, null);
        }
    }

    /** A note stands in both languages or in none. */
    private void checkPair(String field, String chinese, String english) {
        check(field, !Typed.isBlank(chinese) || Typed.isBlank(english), "listItem.pair");
        check(field + "En", Typed.isBlank(chinese) || !Typed.isBlank(english), "listItem.pair");
    }

    private void checkParameters() {
        var names = new HashSet<String>();
        for (int i = 0; i < form.rows().size(); i++) {
            var row = form.rows().get(i);
            var field = "parameters[" + i + "].";
            check(field + "name", !row.nameless(), "listItem.parameter.nameless");
            if (row.given()) {
                check(field + "unit", Typed.isBlank(row.unit()) || content.units().containsKey(row.unit()), "listItem.choose");
                row.fault().ifPresent(part -> check(field + part, false, "listItem.parameter." + part + ".fault"));
                check(field + "name", names.add(row.name().strip()), "listItem.parameter.twice");
            }
        }
    }

    private void checkRules() {
        Rules.problems(content, form.item()).forEach(problem -> binding.rejectValue(problem.part(),
                problem.place() > 0 ? "listItem.rule.at" : "listItem.rule.whole",
                new Object[]{problem.place(),
                        new DefaultMessageSourceResolvable(new String[]{problem.key()}, problem.arguments().toArray())},
                null));
    }
}
