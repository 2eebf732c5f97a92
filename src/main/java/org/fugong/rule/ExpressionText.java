package org.fugong.rule;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the parts of a rule with the values they have: 100 人 × 每人每日 2 只 × 3 天, or with their names where they have none. */
record ExpressionText(RuleCalculation calculation, RuleTexts texts, QuantityFormat amounts) {

    private static final Map<String, String> SIGNS = Map.of("_*_", "×", "_/_", "÷", "_+_", "+", "_-_", "−");

    /** A fact, a parameter, the answer or a literal by itself. */
    String of(Expression term) {
        return switch (term) {
            case Expression.Literal literal -> text(literal.value(), null);
            case Expression.Name name ->
                Optional.ofNullable(calculation.evaluation().of(name)).map(value -> text(value, calculation.unit(name)))
                        .orElseGet(() -> texts.say("rule.unknown", label(name)));
            default -> expression(term, null);
        };
    }

    /** The bound of a comparison written out. */
    String expression(Comparison comparison) {
        var written = expression(comparison.bound(), calculation.unit(comparison.subject()));
        boolean plain = comparison.scale() == 1 || comparison.scale() == 100 && share(comparison.bound());
        return plain ? written : "(" + written + ") ÷ " + QuantityFormat.number(comparison.scale());
    }

    /** Where the bound comes from, in parentheses; nothing where it is a plain figure. */
    String parenthesis(Comparison comparison) {
        var whole = comparison.bound();
        var bound = whole instanceof Expression.Call call && call.choice() ? calculation.chosen(call).orElse(call) : whole;
        return switch (bound) {
            case Expression.Literal literal -> "";
            case Expression.Name name when name.parameter() && bound == whole -> "";
            case Expression.Name name -> texts.say("rule.formula", texts.inline(label(name)));
            default -> texts.say("rule.formula", expression(comparison));
        };
    }

    /** The labels of the facts that are not known and would have to be. */
    List<String> missing(Expression term) {
        return calculation.missing(term).stream().map(this::label).distinct().toList();
    }

    String label(Expression.Name name) {
        var locale = texts.locale();
        if (name.age()) {
            return texts.say("rule.age");
        }
        if (name.answer()) {
            return calculation.item().ask(locale);
        }
        return name.fact()
                ? calculation.content().fact(name.bare()).map(fact -> fact.label(locale)).orElse(name.name())
                : Optional.ofNullable(calculation.item().parameters().get(name.bare())).map(figure -> figure.label(locale))
                        .orElse(name.name());
    }

    private String expression(Expression term, String unit) {
        return switch (term) {
            case Expression.Name name when name.parameter() && unit != null && unit.equals(calculation.unit(name)) ->
                texts.say("rule.rated", of(name), label(name));
            case Expression.Name name -> of(name);
            case Expression.Literal literal -> of(literal);
            case Expression.Choices choices ->
                choices.parts().stream().map(this::of).reduce((one, other) -> texts.say("rule.choice", one, other)).orElse("");
            case Expression.Call call when call.choice() -> calculation.chosen(call).map(part -> expression(part, unit))
                    .orElseGet(() -> texts.anyOf(call.parts().stream().skip(1).map(part -> alternative(part, unit)).toList()));
            case Expression.Call call when byHundred(call) && share(call.left()) -> expression(call.left(), unit);
            case Expression.Call call when SIGNS.containsKey(call.operator()) ->
                operand(call, call.left(), unit) + " " + SIGNS.get(call.operator()) + " " + operand(call, call.right(), unit);
            case Expression.Call call -> call.operator();
        };
    }

    private String alternative(Expression part, String unit) {
        return part instanceof Expression.Name name && name.parameter()
                ? of(name) + texts.say("rule.formula", label(name))
                : expression(part, unit);
    }

    private String operand(Expression.Call call, Expression part, String unit) {
        boolean product = call.operator().equals("_*_") || call.operator().equals("_/_");
        boolean sum = part instanceof Expression.Call inner && (inner.operator().equals("_+_") || inner.operator().equals("_-_"));
        var written = expression(part, unit);
        return sum && (product || part == call.right()) ? "(" + written + ")" : written;
    }

    private static boolean byHundred(Expression.Call call) {
        return call.operator().equals("_/_") && call.right() instanceof Expression.Literal(Double by) && by == 100;
    }

    private boolean share(Expression term) {
        return term.names().anyMatch(name -> "%".equals(calculation.unit(name)));
    }

    private String text(Object value, String unit) {
        return switch (value) {
            case Double number -> amounts.of(number, unit);
            case Boolean yes -> texts.say(yes ? "rule.yes" : "rule.no");
            case String text when text.isEmpty() -> texts.say("rule.blank");
            case String text -> date(text).map(texts::date).orElseGet(() -> chosen(text));
            default -> value.toString();
        };
    }

    /** What is chosen for a firm from a list is a code, and has words. */
    private String chosen(String text) {
        return calculation.content().facts().stream().filter(fact -> fact.options().contains(text)).findFirst()
                .map(fact -> texts.option(fact, text)).orElse(text);
    }

    static Optional<LocalDate> date(String text) {
        if (text.length() != 10 || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
