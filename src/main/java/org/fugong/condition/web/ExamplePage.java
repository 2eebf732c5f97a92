package org.fugong.condition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.condition.Example;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.RedLine;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Finding;
import org.fugong.rule.RuleException;
import org.fugong.rule.Rules;
import org.fugong.rule.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the page of an example shows beside what is typed: how each value is filled in, and what the rules find of it now. */
@Component
class ExamplePage {

    private final MessageSource messages;

    ExamplePage(MessageSource messages) {
        this.messages = messages;
    }

    /** One field: its label, and its choices where it is chosen (null: typed). */
    record Field(String label, Map<String, String> choices, String unit, boolean asked) {
    }

    List<Field> facts(ListContent content, Locale locale) {
        var fields = new ArrayList<Field>();
        fields.add(new Field(say("editor.example.day", locale), null, null, true));
        content.facts()
                .forEach(fact -> fields.add(new Field(fact.label(locale),
                        choices(AnswerType.valueOf(fact.type().name()), fact.options(), fact.name().replace('_', '-'), locale),
                        RedLine.unit(fact.unit(), content, locale), true)));
        return fields;
    }

    List<Field> answers(ListContent content, Locale locale) {
        return content.items().stream()
                .map(item -> new Field(item.code() + " " + item.title(locale), choices(item.answer(), item.options(), item.code(), locale),
                        RedLine.unit(item.unit(), content, locale), item.answer() != AnswerType.NONE))
                .toList();
    }

    Map<String, String> verdicts(Locale locale) {
        var verdicts = new LinkedHashMap<String, String>();
        for (var verdict : Verdict.values()) {
            verdicts.put(verdict.name(), say("verdict." + verdict, locale));
        }
        return verdicts;
    }

    /** What the rules find of an example now, condition by condition; nothing where they cannot be compiled. */
    static List<Finding> found(ListContent content, Example example) {
        try {
            return Rules.compile(content).check(content.items(), example.facts(), example.answers());
        } catch (RuleException e) {
            return List.of();
        }
    }

    /** The example with what the rules find in place of what was expected. */
    static Example taken(ListContent content, Example example) {
        var expected = new LinkedHashMap<String, Verdict>();
        found(content, example).forEach(finding -> expected.put(finding.code(), finding.verdict()));
        return new Example(example.name(), example.facts(), example.answers(), expected);
    }

    /** What is known of a firm is chosen by a code, such as {@code size.SMALL}, that has words; other choices are their own words. */
    private Map<String, String> choices(AnswerType type, List<String> options, String name, Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        switch (type) {
            case YES_NO -> {
                choices.put("true", say("form.yes", locale));
                choices.put("false", say("form.no", locale));
            }
            case CHOICE -> options.forEach(option -> choices.put(option, messages.getMessage(name + "." + option, null, option, locale)));
            default -> {
                return null;
            }
        }
        return choices;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
