package org.fugong.condition.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.Deferral;
import org.fugong.condition.Handling;
import org.fugong.condition.TextLimits;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Parameter;
import org.fugong.rule.QuantityFormat;
import org.fugong.rule.RelaxDirection;
import org.fugong.rule.Rules;

/** Reads one condition of a file, for one level; its use is null where the level does not ask for it. */
record ItemReading(YamlPart part, List<String> categories, Collection<String> units, RiskLevel level) {

    ConditionItem read(FileProblems problems) {
        problems.about(part.peek("code"));
        var parts = part.named("code", "category", "title", "title_en", "ask", "ask_en", "help", "help_en", "answer", "when", "params",
                "rule",
                "evidence", "evidence_en", "levels", "veto", "defer", "handling", "basis");
        var code = parts.get("code").required(100);
        if (code != null && !code.isBlank() && !code.matches("[A-Z]\\d{2}")) {
            problems.note(parts.get("code").line(), "editor.file.code", code);
        }
        var answer = parts.get("answer").named("type", "unit", "options");
        var type = answer.get("type").value(AnswerType.class);
        var options = answer.get("options").texts(100);
        if (type == AnswerType.CHOICE && options.size() < 2) {
            problems.note(answer.get("type").line(), "editor.file.options");
        }
        var evidence = parts.get("evidence").texts(200);
        var evidenceEn = parts.get("evidence_en").texts(400);
        if (evidence.size() != evidenceEn.size()) {
            problems.note(parts.get("evidence_en").line(), "editor.file.pairs");
        }
        return new ConditionItem(code, parts.get("category").oneOf(categories), parts.get("title").required(TextLimits.TITLE),
                parts.get("title_en").required(TextLimits.TITLE_EN),
                parts.get("ask").text(TextLimits.ASK), parts.get("ask_en").text(TextLimits.ASK_EN), parts.get("help").text(TextLimits.NOTE),
                parts.get("help_en").text(TextLimits.NOTE_EN),
                type, answer.get("unit").present() ? answer.get("unit").oneOf(units) : null, options,
                parts.get("when").present() ? parts.get("when").required(Rules.LONGEST) : null, parts.get("rule").required(Rules.LONGEST),
                parameters(parts.get("params"), problems),
                evidence, evidenceEn, use(parts.get("levels")), Boolean.TRUE.equals(parts.get("veto").yesNo()),
                deferral(parts.get("defer"), problems),
                handling(parts.get("handling"), problems), parts.get("basis").required(TextLimits.BASIS));
    }

    private ConditionUse use(YamlPart levels) {
        if (!levels.present()) {
            levels.required(0);
        }
        var uses = levels.named("low", "medium", "high");
        uses.values().stream().filter(YamlPart::present).forEach(use -> use.value(ConditionUse.class));
        var here = uses.get(level.name().toLowerCase(Locale.ROOT));
        return here.present() ? here.value(ConditionUse.class) : null;
    }

    private Map<String, Parameter> parameters(YamlPart params, FileProblems problems) {
        var parameters = new LinkedHashMap<String, Parameter>();
        params.named().forEach((name, part) -> {
            if (!name.matches(Parameter.NAME)) {
                problems.note(part.line(), "editor.file.name", name);
            }
            var parts = part.named("value", "unit", "relax", "min", "max", "label", "label_en");
            var value = parts.get("value").present() ? parts.get("value").number() : null;
            if (!parts.get("value").present()) {
                parts.get("value").required(0);
            }
            var parameter = new Parameter(value == null ? 0 : value, parts.get("unit").present() ? parts.get("unit").oneOf(units) : null,
                    parts.get("relax").value(RelaxDirection.class), parts.get("min").number(), parts.get("max").number(),
                    parts.get("label").required(TextLimits.LABEL), parts.get("label_en").required(TextLimits.LABEL));
            if (parameter.least() < 0 || parameter.most() > Parameter.HIGHEST || value != null && !parameter.within(value)) {
                problems.note(parts.get("value").line(), "editor.file.figure", name, QuantityFormat.number(parameter.least()),
                        QuantityFormat.number(parameter.most()));
            }
            parameters.put(name, parameter);
        });
        return parameters;
    }

    private static Deferral deferral(YamlPart defer, FileProblems problems) {
        if (!defer.present()) {
            return null;
        }
        var parts = defer.named("max_days", "until", "plus_days");
        if (parts.get("max_days").present() == parts.get("until").present()) {
            problems.note(defer.line(), "editor.file.defer");
        }
        if (!parts.get("until").present()) {
            return new Deferral(parts.get("max_days").days(), false, null);
        }
        parts.get("until").oneOf(List.of("EPIDEMIC_END"));
        if (!parts.get("plus_days").present()) {
            parts.get("plus_days").required(0);
        }
        return new Deferral(null, true, parts.get("plus_days").days());
    }

    private static Handling handling(YamlPart part, FileProblems problems) {
        var parts = part.named("process", "process_en", "materials", "materials_en", "time", "time_en");
        for (var name : List.of("process", "materials", "time")) {
            if (parts.get(name).present() != parts.get(name + "_en").present()) {
                problems.note(parts.get(name).line(), "editor.file.languages", name);
            }
        }
        return new Handling(parts.get("process").text(TextLimits.NOTE), parts.get("process_en").text(TextLimits.NOTE_EN),
                parts.get("materials").text(TextLimits.NOTE),
                parts.get("materials_en").text(TextLimits.NOTE_EN), parts.get("time").text(TextLimits.TIME),
                parts.get("time_en").text(TextLimits.TIME_EN));
    }
}
