package org.fugong.condition.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.fugong.condition.Example;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.ParameterForm;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.rule.Rules;
import org.fugong.rule.Verdict;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/**
 * An example as typed: the facts of a filing made up, its answers, and what is expected of each condition; what is left empty
 * is not said.
 */
record ExampleForm(@Required @Line(max = 60) String name, List<StatedFact> facts, List<ExpectedAnswer> rows, String lock) {

    private static final int LONGEST = 500;

    /** A text that is given and empty is another thing than one that is not given. */
    private static final String EMPTY = "\"\"";

    /** A fact by its name. */
    record StatedFact(String name, String value) {
    }

    /** A condition by its code, its answer and the verdict that is expected. */
    record ExpectedAnswer(String code, String answer, String expected) {
    }

    /** All that a list asks for, filled with what an example says of it. */
    static ExampleForm of(Example example, ListContent content, long lock) {
        return new ExampleForm(example.name(),
                Stream.concat(Stream.of(Rules.DAY), content.facts().stream().map(Fact::name))
                        .map(name -> new StatedFact(name, text(example.facts().get(name)))).toList(),
                content.items().stream()
                        .map(item -> new ExpectedAnswer(item.code(), text(example.answers().get(item.code())),
                                text(example.expected().get(item.code()))))
                        .toList(),
                String.valueOf(lock));
    }

    /** The example; what cannot be read is left out and noted. */
    Example example(ListContent content, BindingResult binding) {
        var known = new HashMap<String, Object>();
        each(facts, (at, given) -> type(content, given.name()).ifPresent(
                type -> value(given.value(), type, "facts[" + at + "].value", binding).ifPresent(value -> known.put(given.name(), value))));
        var answers = new HashMap<String, Object>();
        var expected = new HashMap<String, Verdict>();
        each(rows, (at, row) -> content.item(row.code()).ifPresent(item -> {
            value(row.answer(), item.answer(), "rows[" + at + "].answer", binding).ifPresent(value -> answers.put(item.code(), value));
            verdict(row.expected(), "rows[" + at + "].expected", binding).ifPresent(verdict -> expected.put(item.code(), verdict));
        }));
        return new Example(name == null ? "" : name.strip(), known, answers, expected);
    }

    private static Optional<AnswerType> type(ListContent content, String fact) {
        return Rules.DAY.equals(fact)
                ? Optional.of(AnswerType.DATE)
                : content.fact(fact).map(known -> AnswerType.valueOf(known.type().name()));
    }

    private static Optional<Object> value(String typed, AnswerType type, String field, BindingResult binding) {
        if (Typed.isBlank(typed) || type == AnswerType.NONE) {
            return Optional.empty();
        }
        Optional<Object> value = switch (type) {
            case NUMBER -> Typed.number(typed).map(number -> number);
            case YES_NO -> Optional.of(typed).filter(text -> text.equals("true") || text.equals("false")).map(Boolean::valueOf);
            case DATE -> Optional.of(Typed.plain(typed)).filter(ExampleForm::isDate).map(text -> text);
            default ->
                Optional.of(typed.strip()).filter(text -> Typed.isClean(text, LONGEST, false)).map(text -> text.equals(EMPTY) ? "" : text);
        };
        if (value.isEmpty()) {
            binding.rejectValue(field, "editor.example.value." + type);
        }
        return value;
    }

    private static Optional<Verdict> verdict(String typed, String field, BindingResult binding) {
        var verdict = Stream.of(Verdict.values()).filter(value -> value.name().equals(typed)).findFirst();
        if (verdict.isEmpty() && !Typed.isBlank(typed)) {
            binding.rejectValue(field, "listItem.choose");
        }
        return verdict;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String text(Object value) {
        return value == null
                ? ""
                : value.equals("") ? EMPTY : value instanceof Double number ? ParameterForm.plain(number) : value.toString();
    }

    private static <T> void each(List<T> parts, BiConsumer<Integer, T> act) {
        for (int i = 0; parts != null && i < parts.size(); i++) {
            if (parts.get(i) != null) {
                act.accept(i, parts.get(i));
            }
        }
    }
}
