package org.fugong.condition;

import java.time.LocalDate;
import java.util.Optional;

/** Says what would meet a comparison that fails: to make up what is short, another figure, another choice, the days that would do. */
record Remedy(RuleCalculation reckoning, RuleTexts phrases, QuantityFormat amounts, ExpressionText formula) {

    /** In days; no paper is older, and a date that far off helps nobody. */
    private static final double CENTURY = 36_525;

    String of(Comparison comparison) {
        if (comparison.subject().age()) {
            return byAge(comparison).orElseGet(() -> phrases.say("condition.way.other"));
        }
        return reckoning.numeric(comparison) ? byFigure(comparison) : byText(comparison);
    }

    private String byFigure(Comparison comparison) {
        var needed = amounts.of(reckoning.figures(comparison).needed(), reckoning.unit(comparison.subject()));
        return switch (reckoning.operator(comparison)) {
            case "_>=_" -> reckoning.lowered(comparison).map(fact -> phrases.say("condition.way.add-or-lower", formula.label(fact.name()),
                    amounts.of(fact.figure(), reckoning.unit(fact.name())))).orElseGet(() -> phrases.say("condition.way.add"));
            case "_<=_" -> phrases.say("condition.way.lower", needed);
            case "_>_" -> phrases.say("condition.way.above", needed);
            case "_<_" -> phrases.say("condition.way.below", needed);
            case "_==_" -> phrases.say("condition.way.change", needed);
            default -> phrases.say("condition.way.other");
        };
    }

    private String byText(Comparison comparison) {
        var day = comparison.bound() instanceof Expression.Literal(String text) ? ExpressionText.date(text) : Optional.<LocalDate>empty();
        return switch (comparison.operator()) {
            case "_==_" -> phrases.say("condition.way.change", formula.of(comparison.bound()));
            case "_!=_" -> phrases.say("condition.way.other");
            default -> day.flatMap(bound -> byDay(comparison.operator(), bound)).orElseGet(() -> phrases.say("condition.way.other"));
        };
    }

    /** The older the date, the greater its age: at most so many days ago is from that day on. */
    private Optional<String> byAge(Comparison comparison) {
        var figures = reckoning.figures(comparison);
        if (!(reckoning.evaluation().given().get(RuleLanguage.ANSWER) instanceof String answered)) {
            return Optional.empty();
        }
        return ExpressionText.date(answered).flatMap(date -> shifted(date, figures.given() - figures.needed())).flatMap(bound -> switch (reckoning.operator(comparison)) {
            case "_<=_" -> byDay("_>=_", bound);
            case "_>=_" -> byDay("_<=_", bound);
            case "_==_" -> Optional.of(phrases.say("condition.way.change", phrases.date(bound)));
            default -> Optional.empty();
        });
    }

    private Optional<String> byDay(String operator, LocalDate bound) {
        return switch (operator) {
            case "_>=_" -> Optional.of(phrases.say("condition.way.from", phrases.date(bound)));
            case "_>_" -> shifted(bound, 1).flatMap(next -> byDay("_>=_", next));
            case "_<=_" -> Optional.of(phrases.say("condition.way.until", phrases.date(bound)));
            default -> shifted(bound, -1).flatMap(last -> byDay("_<=_", last));
        };
    }

    private static Optional<LocalDate> shifted(LocalDate day, double days) {
        return Math.abs(days) > CENTURY ? Optional.empty() : Optional.of(day.plusDays((long) days));
    }
}
