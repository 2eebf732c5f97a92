package org.fugong.rule;

import java.util.Map;
import java.util.Optional;

/** Says what a rule asks for, where that is a figure, a date or a choice: 不少于 600 只（100 人 × 每人每日 2 只 × 3 天）. */
record Requirement(RuleCalculation calculation, RuleTexts texts, QuantityFormat amounts, ExpressionText expressions) {

    private static final Map<String, String> BOUNDS = Map.of("_>=_", "at-least", "_<=_", "at-most", "_>_", "more-than", "_<_", "less-than",
            "_==_", "exactly", "_!=_", "other-than");

    Optional<String> of(Expression rule) {
        if (rule instanceof Expression.Call call && call.operator().equals("_&&_")) {
            return call.parts().stream().filter(part -> !notInFuture(part)).map(this::of).flatMap(Optional::stream)
                    .reduce((one, other) -> texts.say("rule.and", one, other));
        }
        return Comparison.of(rule).filter(comparison -> describable(comparison) && !presence(comparison)).map(this::required)
                .or(() -> rule instanceof Expression.Call call && call.operator().equals("@in")
                        ? Optional.of(oneOf(call))
                        : Optional.empty());
    }

    /** When an item applies; empty for one that applies to everybody. */
    Optional<String> appliesWhen(Expression when) {
        return when instanceof Expression.Name name
                ? Optional.of(texts.say("rule.applies.yes", expressions.label(name)))
                : of(when).map(bound -> texts.say("rule.applies.if", bound));
    }

    String bound(Comparison comparison) {
        var key = "rule.bound." + (date(comparison) ? "date." : "") + BOUNDS.get(calculation.operator(comparison));
        if (!calculation.numeric(comparison)) {
            return texts.say(key, expressions.of(comparison.bound()), "");
        }
        var figures = calculation.figures(comparison);
        return figures.needed() == null
                ? texts.say(key, expressions.expression(comparison), "")
                : texts.say(key, needed(comparison, figures), expressions.parenthesis(comparison));
    }

    String needed(Comparison comparison, Figures figures) {
        return amounts.of(figures.needed(), calculation.unit(comparison.subject()));
    }

    String oneOf(Expression.Call membership) {
        return texts.say("rule.bound.one-of", expressions.of(membership.right()));
    }

    /** Texts are the same or not; only dates among them come one after the other. */
    boolean describable(Comparison comparison) {
        boolean equality = comparison.operator().equals("_==_") || comparison.operator().equals("_!=_");
        return calculation.numeric(comparison) || comparison.bound() instanceof Expression.Literal && (equality || date(comparison));
    }

    private String required(Comparison comparison) {
        return comparison.subject().answer()
                ? bound(comparison)
                : texts.say("rule.of.bound", texts.inline(expressions.label(comparison.subject())), bound(comparison));
    }

    private boolean date(Comparison comparison) {
        return calculation.item().answer() == AnswerType.DATE && comparison.subject().answer();
    }

    static boolean presence(Comparison comparison) {
        return comparison.operator().equals("_!=_") && comparison.bound() instanceof Expression.Literal(String text) && text.isEmpty();
    }

    /** That a date does not lie ahead goes without saying, unless it does. */
    static boolean notInFuture(Expression term) {
        return Comparison.of(term).filter(Requirement::notInFuture).isPresent();
    }

    static boolean notInFuture(Comparison comparison) {
        return comparison.subject().age() && comparison.operator().equals("_>=_")
                && comparison.bound() instanceof Expression.Literal(Double none) && none == 0;
    }
}
