package org.fugong.condition.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.condition.AnswerType;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Deferral;
import org.fugong.condition.ListContent;
import org.fugong.condition.Parameter;
import org.fugong.condition.Rules;
import org.fugong.condition.Use;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** A condition as an admin types it, in the order of the page; several lines stand for several papers or choices. */
record ListItemForm(@Required @Line(max = 3) String code, @Required @Line(max = 10) String category,
                    @Required @Line(max = 60) String title, @Required @Line(max = 120) String titleEn,
                    @Line(max = 300) String ask, @Line(max = 500) String askEn,
                    @Line(max = 1000, multiline = true) String help, @Line(max = 2000, multiline = true) String helpEn,
                    @Required @Line(max = 10) String answer, @Line(max = 30) String unit, @Line(max = 1000, multiline = true) String options,
                    @Line(max = 2000, multiline = true) String when, @Required @Line(max = 2000, multiline = true) String rule,
                    List<ParameterForm> parameters,
                    @Line(max = 1000, multiline = true) String evidence, @Line(max = 2000, multiline = true) String evidenceEn,
                    @Required @Line(max = 10) String use, String veto, @Line(max = 20) String deferral, @Line(max = 6) String deferralDays,
                    @Required @Line(max = 200) String basis, @Line(max = 20) String lock) {

    private static final String DAYS = "DAYS";
    private static final String EPIDEMIC_END = "EPIDEMIC_END";

    static ListItemForm of(ConditionItem item, long lock) {
        var deferral = item.deferral();
        return new ListItemForm(item.code(), item.category(), item.title(), item.titleEn(), item.ask(), item.askEn(), item.help(), item.helpEn(),
                item.answer().name(), item.unit(), lines(item.options()), item.when(), item.rule(),
                item.parameters().entrySet().stream().map(ParameterForm::of).toList(), lines(item.evidence()), lines(item.evidenceEn()),
                item.use().name(), String.valueOf(item.veto()), deferral == null ? "" : deferral.untilEpidemicEnd() ? EPIDEMIC_END : DAYS,
                deferral == null ? "" : String.valueOf(deferral.untilEpidemicEnd() ? deferral.plusDays() : deferral.maxDays()),
                item.basis(), String.valueOf(lock));
    }

    /** The figures to show: those typed and an empty row for one more. */
    public List<ParameterForm> rows() {
        var rows = new ArrayList<ParameterForm>();
        if (parameters != null) {
            parameters.forEach(row -> rows.add(row == null ? ParameterForm.EMPTY : row));
        }
        if (rows.isEmpty() || rows.getLast().given() || rows.getLast().nameless()) {
            rows.add(ParameterForm.EMPTY);
        }
        return rows;
    }

    Optional<Long> seen() {
        return Typed.whole(lock).map(Integer::longValue);
    }

    /** Checks what no annotation can: the parts against each other and against the list, and the rules. */
    void check(ListContent content, BindingResult binding) {
        if (!binding.hasFieldErrors("code") && !code.matches("[A-Z]\\d{2}")) {
            binding.rejectValue("code", "listItem.code.form");
        }
        if (!binding.hasFieldErrors("category") && content.categories().stream().noneMatch(one -> one.code().equals(category))) {
            binding.rejectValue("category", "listItem.choose");
        }
        if (!binding.hasFieldErrors("answer") && type().isEmpty()) {
            binding.rejectValue("answer", "listItem.choose");
        }
        if (type().filter(AnswerType.CHOICE::equals).isPresent() && split(options).size() < 2) {
            binding.rejectValue("options", "listItem.options.few");
        }
        if (!binding.hasFieldErrors("unit") && !blank(unit) && !content.units().containsKey(unit)) {
            binding.rejectValue("unit", "listItem.choose");
        }
        checkParameters(content, binding);
        if (split(evidence).size() != split(evidenceEn).size()) {
            binding.rejectValue("evidenceEn", "listItem.evidenceEn.pairs", new Object[] {split(evidence).size()}, null);
        }
        if (!binding.hasFieldErrors("use") && purpose().isEmpty()) {
            binding.rejectValue("use", "listItem.choose");
        }
        if (!binding.hasFieldErrors("deferral") && !blank(deferral) && !deferral.equals(DAYS) && !deferral.equals(EPIDEMIC_END)) {
            binding.rejectValue("deferral", "listItem.choose");
        }
        if (!blank(deferral) && Typed.whole(deferralDays).filter(days -> days >= 0 && days <= 365).isEmpty()) {
            binding.rejectValue("deferralDays", "listItem.deferralDays.figure");
        }
        if (!binding.hasErrors()) {
            Rules.problems(content, item()).forEach(problem -> binding.rejectValue(problem.part(),
                    problem.place() > 0 ? "listItem.rule.at" : "listItem.rule.whole",
                    new Object[] {problem.place(), new DefaultMessageSourceResolvable(new String[] {problem.key()}, problem.arguments().toArray())}, null));
        }
    }

    private void checkParameters(ListContent content, BindingResult binding) {
        var names = new HashSet<String>();
        for (int i = 0; i < rows().size(); i++) {
            var row = rows().get(i);
            var field = "parameters[" + i + "].";
            if (row.nameless()) {
                binding.rejectValue(field + "name", "listItem.parameter.nameless");
            }
            if (row.given()) {
                if (!blank(row.unit()) && !content.units().containsKey(row.unit())) {
                    binding.rejectValue(field + "unit", "listItem.choose");
                }
                row.fault().ifPresent(part -> binding.rejectValue(field + part, "listItem.parameter." + part + ".fault"));
                if (!names.add(row.name().strip())) {
                    binding.rejectValue(field + "name", "listItem.parameter.twice");
                }
            }
        }
    }

    /** The condition; what does not fit its type is left out, so that the rules can be looked at while all is still being typed. */
    ConditionItem item() {
        var figures = new LinkedHashMap<String, Parameter>();
        rows().stream().filter(row -> row.given() && row.fault().isEmpty()).forEach(row -> figures.put(row.name().strip(), row.parameter()));
        return new ConditionItem(code, category, strip(title), strip(titleEn), strip(ask), strip(askEn), strip(help), strip(helpEn),
                type().orElse(AnswerType.NONE), blank(unit) ? null : unit, split(options), blank(when) ? null : when.strip(), strip(rule), figures,
                split(evidence), split(evidenceEn), purpose().orElse(Use.GUIDE), "true".equals(veto), owed(), null, strip(basis));
    }

    private Deferral owed() {
        var days = Typed.whole(deferralDays).orElse(0);
        return blank(deferral) ? null : EPIDEMIC_END.equals(deferral) ? new Deferral(null, true, days) : new Deferral(days, false, null);
    }

    private Optional<AnswerType> type() {
        return Stream.of(AnswerType.values()).filter(value -> value.name().equals(answer)).findFirst();
    }

    private Optional<Use> purpose() {
        return Stream.of(Use.values()).filter(value -> value.name().equals(use)).findFirst();
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }

    private static List<String> split(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String strip(String text) {
        return blank(text) ? null : text.strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
