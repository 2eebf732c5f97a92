package org.fugong.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two rules of one item, when it is asked and when it is met, with the names that they use. */
record CompiledRules(Expression when, Expression rule, Set<Expression.Name> names, Map<String, Fact> known) {

    static CompiledRules of(Expression when, Expression rule, List<Fact> facts) {
        return new CompiledRules(when, rule, Stream.concat(when.names(), rule.names()).collect(Collectors.toUnmodifiableSet()),
                facts.stream().collect(Collectors.toUnmodifiableMap(Fact::name, fact -> fact)));
    }

    Set<String> facts() {
        return bare(names.stream().filter(Expression.Name::fact));
    }

    /** The facts that decide whether the item is asked. */
    Set<String> deciding() {
        return bare(when.names().filter(Expression.Name::fact));
    }

    /** The parameters that the rule, not the question whether it is asked, computes with. */
    Set<String> parameters() {
        return bare(rule.names().filter(Expression.Name::parameter));
    }

    /** The values of all names, with the figures that the item carries; a value of another type than expected is as good as none. */
    Evaluation given(Question item, Map<String, ?> stated, Object answer) {
        var given = new HashMap<String, Object>();
        for (var name : names) {
            var value = name.parameter()
                    ? figure(item.parameters().get(name.bare()))
                    : name.fact() ? stated(known.get(name.bare()), stated) : null;
            if (value != null) {
                given.put(name.name(), value);
            }
        }
        var answered = item.answer() == AnswerType.NONE
                ? null
                : value(answer, item.answer() == AnswerType.NUMBER, item.answer() == AnswerType.YES_NO);
        if (answered != null) {
            given.put(RuleLanguage.ANSWER, answered);
        }
        if (item.answer() == AnswerType.DATE) {
            date(answered).ifPresent(date -> date(value(stated.get(Rules.DAY), false, false))
                    .ifPresent(day -> given.put(RuleLanguage.AGE, (double) ChronoUnit.DAYS.between(date, day))));
        }
        return new Evaluation(given);
    }

    private static Set<String> bare(Stream<Expression.Name> names) {
        return names.map(Expression.Name::bare).collect(Collectors.toUnmodifiableSet());
    }

    private static Object figure(Parameter parameter) {
        return parameter == null ? null : parameter.value();
    }

    private static Object stated(Fact fact, Map<String, ?> stated) {
        return value(stated.get(fact.name()), fact.type() == FactType.NUMBER, fact.type() == FactType.YES_NO);
    }

    private static Optional<LocalDate> date(Object given) {
        return given instanceof String text ? ExpressionText.date(text) : Optional.empty();
    }

    private static Object value(Object given, boolean number, boolean yesNo) {
        return switch (given) {
            case Number value when number && Double.isFinite(value.doubleValue()) -> value.doubleValue();
            case Boolean value when yesNo -> value;
            case LocalDate value when !number && !yesNo -> value.toString();
            case String value when !number && !yesNo -> value.strip();
            case null, default -> null;
        };
    }
}
