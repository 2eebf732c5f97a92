package org.fugong.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shape that many rules have, so that a form can write such a rule and open it again: what is asked, the figure of its
 * parameter, the fact that the figure is per, and the choices that will do; each null or empty where the kind has none.
 */
public record RuleShape(Kind kind, Double figure, String fact, List<String> choices) {

    /**
     * The answer is yes; at least or at most a figure; at least a figure per unit of a fact; one of some choices; a date not
     * older than so many days.
     */
    public enum Kind {

        YES(AnswerType.YES_NO, null, null), AT_LEAST(AnswerType.NUMBER, "least", RelaxDirection.DOWN), AT_MOST(AnswerType.NUMBER, "most",
                RelaxDirection.UP),
        AT_LEAST_PER(AnswerType.NUMBER, "each",
                RelaxDirection.DOWN),
        ONE_OF(AnswerType.CHOICE, null, null), NOT_OLDER(AnswerType.DATE, "days", RelaxDirection.UP);

        private final AnswerType answer;
        private final String parameter;
        private final RelaxDirection relax;

        Kind(AnswerType answer, String parameter, RelaxDirection relax) {
            this.answer = answer;
            this.parameter = parameter;
            this.relax = relax;
        }

        public boolean hasFigure() {
            return parameter != null;
        }

        private boolean fits(AnswerType given, Double figure, String fact, List<String> choices) {
            return answer == given && hasFigure() == (figure != null) && (this == AT_LEAST_PER) == (fact != null)
                    && (this == ONE_OF) != choices.isEmpty();
        }
    }

    private record Reading(RuleShape shape, String parameter) {
    }

    public RuleShape {
        choices = choices == null ? List.of() : List.copyOf(choices);
        if (!kind.fits(kind.answer, figure, fact, choices)) {
            throw new IllegalArgumentException("a shape that lacks a part or has one too many: " + kind);
        }
    }

    /** The shape of an item's rule; empty for a rule that a form could not have written. */
    public static Optional<RuleShape> of(Question item) {
        return read(item).map(Reading::shape);
    }

    /** How an item is judged when this shape writes its rule and parameter; a parameter that is there keeps its name, label and bounds. */
    public RuleDefinition applied(Question item) {
        var before = read(item);
        var name = before.filter(reading -> reading.shape.kind == kind).map(Reading::parameter).orElse(kind.parameter);
        var parameters = new LinkedHashMap<>(item.parameters());
        before.map(Reading::parameter).filter(old -> !old.equals(name)).ifPresent(parameters::remove);
        if (kind.hasFigure()) {
            parameters.compute(name, (same, known) -> known == null ? parameter(item) : known.with(figure, kind.relax));
        }
        var options = kind == Kind.ONE_OF ? Stream.concat(item.options().stream(), choices.stream()).distinct().toList() : item.options();
        return new RuleDefinition(kind.answer, options, rule(name), parameters);
    }

    private String rule(String parameter) {
        return switch (kind) {
            case YES -> "answer";
            case AT_LEAST -> "answer >= p." + parameter;
            case AT_MOST -> "answer <= p." + parameter;
            case AT_LEAST_PER -> "answer >= f." + fact + " * p." + parameter;
            case ONE_OF -> choices.stream().map(RuleLanguage::quoted).collect(Collectors.joining(", ", "answer in [", "]"));
            case NOT_OLDER -> "age >= 0 && age <= p." + parameter;
        };
    }

    private Parameter parameter(Question item) {
        var label = "rule.shape." + kind;
        return new Parameter(figure, kind == Kind.NOT_OLDER ? "day" : item.unit(), kind.relax, null, null,
                RuleTexts.CHINESE.say(label), RuleTexts.ENGLISH.say(label));
    }

    /** A rule has a shape when the shape would write the same. */
    private static Optional<Reading> read(Question item) {
        return RuleLanguage.parse(item.rule()).flatMap(rule -> {
            var parameter = rule.names().filter(Expression.Name::parameter).map(Expression.Name::bare).findFirst().orElse(null);
            var fact = rule.names().filter(Expression.Name::fact).map(Expression.Name::bare).findFirst().orElse(null);
            var figure = Optional.ofNullable(item.parameters().get(parameter)).map(Parameter::value).orElse(null);
            var choices = choices(rule);
            return Stream.of(Kind.values()).filter(kind -> kind.fits(item.answer(), figure, fact, choices))
                    .map(kind -> new Reading(new RuleShape(kind, figure, fact, choices), parameter))
                    .filter(reading -> RuleLanguage.parse(reading.shape.rule(parameter)).filter(rule::equals).isPresent()).findFirst();
        });
    }

    private static List<String> choices(Expression rule) {
        return rule instanceof Expression.Call(String operator, var parts) && operator.equals("@in")
                && parts.getLast() instanceof Expression.Choices choices
                && choices.parts().stream().allMatch(part -> part instanceof Expression.Literal(String text))
                        ? choices.parts().stream().map(part -> ((Expression.Literal) part).value().toString()).toList()
                        : List.of();
    }
}
