package org.fugong.condition.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Example;
import org.fugong.condition.ListContent;
import org.fugong.rule.AnswerType;
import org.fugong.rule.FactType;
import org.fugong.rule.Rules;
import org.fugong.rule.Verdict;

/**
 * Reads the examples of a file: a name, facts by name, answers and expected verdicts by the code of a condition. What is said
 * of a condition of the file that the level does not ask is left out.
 */
record ExampleReading(ListContent content, Set<String> codes, FileProblems problems) {

    List<Example> read(YamlPart examples) {
        var read = new ArrayList<Example>();
        var names = new HashSet<String>();
        examples.listed().forEach(part -> {
            var parts = part.named("name", "facts", "answers", "expected");
            var name = parts.get("name").required(60);
            problems.about(name);
            if (!names.add(name)) {
                problems.note(part.line(), "editor.file.example-twice", name);
            }
            read.add(new Example(name, facts(parts.get("facts")), answers(parts.get("answers")), expected(parts.get("expected"))));
            problems.about(null);
        });
        return read;
    }

    private Map<String, Object> facts(YamlPart part) {
        var facts = new LinkedHashMap<String, Object>();
        part.named().forEach((name, given) -> content.fact(name).ifPresentOrElse(
                fact -> put(facts, name, given, fact.type() == FactType.NUMBER, fact.type() == FactType.YES_NO),
                () -> {
                    if (name.equals(Rules.DAY)) {
                        put(facts, name, given, false, false);
                    } else {
                        problems.note(given.line(), "editor.file.no-fact", name);
                    }
                }));
        return facts;
    }

    private Map<String, Object> answers(YamlPart part) {
        var answers = new LinkedHashMap<String, Object>();
        part.named().forEach((code, given) -> known(code, given.line()).ifPresent(
                item -> put(answers, code, given, item.answer() == AnswerType.NUMBER, item.answer() == AnswerType.YES_NO)));
        return answers;
    }

    private Map<String, Verdict> expected(YamlPart part) {
        var expected = new LinkedHashMap<String, Verdict>();
        part.named().forEach((code, given) -> known(code, given.line()).ifPresent(item -> expected.put(code, given.value(Verdict.class))));
        return expected;
    }

    private Optional<ConditionItem> known(String code, int line) {
        if (!codes.contains(code)) {
            problems.note(line, "editor.file.no-condition", code);
        }
        return content.item(code);
    }

    private static void put(Map<String, Object> values, String name, YamlPart given, boolean number, boolean yesNo) {
        Object value = number ? given.number() : yesNo ? given.yesNo() : given.text(500);
        if (value != null) {
            values.put(name, value);
        }
    }
}
