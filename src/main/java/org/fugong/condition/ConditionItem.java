package org.fugong.condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Bilingual;
import org.fugong.rule.Parameter;
import org.fugong.rule.Question;
import org.fugong.rule.RuleDefinition;

/** One condition of a list: what is asked, the rule that judges the answer, and how it is dealt with. */
public record ConditionItem(String code, String category, String title, String titleEn, String ask, String askEn, String help,
        String helpEn,
        AnswerType answer, String unit, List<String> options, String when, String rule, Map<String, Parameter> parameters,
        List<String> evidence, List<String> evidenceEn, ConditionUse use, boolean veto, Deferral deferral, Handling handling,
        String basis) implements Question {

    public ConditionItem {
        options = options == null ? List.of() : List.copyOf(options);
        parameters = parameters == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        evidenceEn = evidenceEn == null ? List.of() : List.copyOf(evidenceEn);
        handling = handling == null ? Handling.NONE : handling;
    }

    @Override
    public String title(Locale locale) {
        return Bilingual.choose(locale, title, titleEn);
    }

    @Override
    public String ask(Locale locale) {
        return ask == null || ask.isBlank() ? title(locale) : Bilingual.choose(locale, ask, askEn);
    }

    public String help(Locale locale) {
        return Bilingual.choose(locale, help, helpEn);
    }

    public List<String> evidence(Locale locale) {
        return Bilingual.choose(locale, evidence, evidenceEn);
    }

    public boolean deferrable() {
        return deferral != null;
    }

    ConditionItem with(ConditionUse other) {
        return new ConditionItem(code, category, title, titleEn, ask, askEn, help, helpEn, answer, unit, options, when, rule, parameters,
                evidence, evidenceEn, other, veto, deferral, handling, basis);
    }

    /** The same item with some parameters at other values. */
    public ConditionItem with(Map<String, Double> values) {
        var moved = new LinkedHashMap<>(parameters);
        values.forEach((name, value) -> moved.computeIfPresent(name, (same, parameter) -> parameter.with(value)));
        return judgedBy(new RuleDefinition(answer, options, rule, moved));
    }

    /** The same item, judged by another rule. */
    public ConditionItem judgedBy(RuleDefinition other) {
        return new ConditionItem(code, category, title, titleEn, ask, askEn, help, helpEn, other.answer(), unit, other.options(), when,
                other.rule(),
                other.parameters(),
                evidence, evidenceEn, use, veto, deferral, handling, basis);
    }
}
