package org.fugong.rule;

import java.time.LocalDate;
import java.util.Optional;

/** Says what would meet a comparison that fails: to make up what is short, another figure, another choice, the days that would do. */
record Remedy(RuleCalculation calculation, RuleTexts texts, QuantityFormat amounts, ExpressionText expressions) {

    /** In days; no paper is older, and a date that far off helps nobody. */
    private static final double CENTURY = 36_525;

    String of(Comparison comparison) {
        if (comparison.subject().age()) {
            return byAge(comparison).orElseGet(() -> texts.say("rule.remedy.other"));
        }
        return calculation.numeric(comparison) ? byFigure(comparison) : byText(comparison);
    }

    private String byFigure(Comparison comparison) {
        var needed = amounts.of(calculation.figures(comparison).needed(), calculation.unit(comparison.subject()));
        return switch (calculation.operator(comparison)) {
            case "_>=_" -> calculation.lowered(comparison).map(fact -> texts.say("rule.remedy.add-or-lower", expressions.label(fact.name()),
                    amounts.of(fact.figure(), calculation.unit(fact.name())))).orElseGet(() -> texts.say("rule.remedy.add"));
            case "_<=_" -> texts.say("rule.remedy.lower", needed);
            case "_>_" -> texts.say("rule.remedy.above", needed);
            case "_<_" -> texts.say("rule.remedy.below", needed);
            case "_==_" -> texts.say("rule.remedy.change", needed);
            default -> texts.say("rule.remedy.other");
        };
    }

    private String byText(Comparison comparison) {
        var day = comparison.bound() instanceof Expression.Literal(String text) ? ExpressionText.date(text) : Optional.<LocalDate>empty();
        return switch (comparison.operator()) {
            case "_==_" -> texts.say("rule.remedy.change", expressions.of(comparison.bound()));
            case "_!=_" -> texts.say("rule.remedy.other");
            default -> day.flatMap(bound -> byDay(comparison.operator(), bound)).orElseGet(() -> texts.say("rule.remedy.other"));
        };
    }

    /** The older the date, the greater its age: at most so many days ago is from that day on. */
    private Optional<String> byAge(Comparison comparison) {
        var figures = calculation.figures(comparison);
        if (!(calculation.evaluation().given().get(RuleLanguage.ANSWER) instanceof String answered)) {
            return Optional.empty();
        }
        return ExpressionText.date(answered).flatMap(date -> plusDays(date, figures.given() - figures.needed()))
                .flatMap(bound -> switch (calculation.operator(comparison)) {
                    case "_<=_" -> byDay("_>=_", bound);
                    case "_>=_" -> byDay("_<=_", bound);
                    case "_==_" -> Optional.of(texts.say("rule.remedy.change", texts.date(bound)));
                    default -> Optional.empty();
                });
    }

    private Optional<String> byDay(String operator, LocalDate bound) {
        return switch (operator) {
            case "_>=_" -> Optional.of(texts.say("rule.remedy.from", texts.date(bound)));
            case "_>_" -> plusDays(bound, 1).flatMap(next -> byDay("_>=_", next));
            case "_<=_" -> Optional.of(texts.say("rule.remedy.until", texts.date(bound)));
            default -> plusDays(bound, -1).flatMap(last -> byDay("_<=_", last));
        };
    }

    private static Optional<LocalDate> plusDays(LocalDate day, double days) {
        return Math.abs(days) > CENTURY ? Optional.empty() : Optional.of(day.plusDays((long) days));
    }
}
