package org.fugong.condition;

import java.util.Map;
import java.util.Optional;

/** Says what a rule asks for, where that is a figure, a date or a choice: 不少于 600 只（100 人 × 每人每日 2 只 × 3 天）. */
record Requirement(RuleCalculation reckoning, RuleTexts phrases, QuantityFormat amounts, ExpressionText formula) {

    private static final Map<String, String> BOUNDS = Map.of("_>=_", "at-least", "_<=_", "at-most", "_>_", "more-than", "_<_", "less-than",
            "_==_", "exactly", "_!=_", "other-than");

    Optional<String> of(Expression rule) {
        if (rule instanceof Expression.Call call && call.operator().equals("_&&_")) {
            return call.parts().stream().filter(part -> !notInFuture(part)).map(this::of).flatMap(Optional::stream)
                    .reduce((one, other) -> phrases.say("condition.and", one, other));
        }
        return Comparison.of(rule).filter(comparison -> tellable(comparison) && !presence(comparison)).map(this::required)
                .or(() -> rule instanceof Expression.Call call && call.operator().equals("@in") ? Optional.of(oneOf(call)) : Optional.empty());
    }

    /** When an item applies; empty for one that applies to everybody. */
    Optional<String> appliesWhen(Expression when) {
        return when instanceof Expression.Name name ? Optional.of(phrases.say("condition.applies.yes", formula.label(name)))
                : of(when).map(bound -> phrases.say("condition.applies.if", bound));
    }

    String bound(Comparison comparison) {
        var key = "condition.bound." + (date(comparison) ? "date." : "") + BOUNDS.get(reckoning.operator(comparison));
        if (!reckoning.numeric(comparison)) {
            return phrases.say(key, formula.of(comparison.bound()), "");
        }
        var figures = reckoning.figures(comparison);
        return figures.needed() == null ? phrases.say(key, formula.expression(comparison), "")
                : phrases.say(key, needed(comparison, figures), formula.parenthesis(comparison));
    }

    String needed(Comparison comparison, Figures figures) {
        return amounts.of(figures.needed(), reckoning.unit(comparison.subject()));
    }

    String oneOf(Expression.Call membership) {
        return phrases.say("condition.bound.one-of", formula.of(membership.right()));
    }

    /** Texts are the same or not; only dates among them come one after the other. */
    boolean tellable(Comparison comparison) {
        boolean equality = comparison.operator().equals("_==_") || comparison.operator().equals("_!=_");
        return reckoning.numeric(comparison) || comparison.bound() instanceof Expression.Literal && (equality || date(comparison));
    }

    private String required(Comparison comparison) {
        return comparison.subject().answer() ? bound(comparison)
                : phrases.say("condition.of.bound", phrases.inline(formula.label(comparison.subject())), bound(comparison));
    }

    private boolean date(Comparison comparison) {
        return reckoning.item().answer() == AnswerType.DATE && comparison.subject().answer();
    }

    static boolean presence(Comparison comparison) {
        return comparison.operator().equals("_!=_") && comparison.bound() instanceof Expression.Literal(String text) && text.isEmpty();
    }

    /** That a date does not lie ahead goes without saying, unless it does. */
    static boolean notInFuture(Expression term) {
        return Comparison.of(term).filter(Requirement::notInFuture).isPresent();
    }

    static boolean notInFuture(Comparison comparison) {
        return comparison.subject().age() && comparison.operator().equals("_>=_") && comparison.bound() instanceof Expression.Literal(Double none) && none == 0;
    }
}
