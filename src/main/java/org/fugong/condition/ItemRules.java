package org.fugong.condition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two rules of one item, when it is asked and when it is met, and the names that they use of facts and parameters. */
record ItemRules(Term when, Term rule, Set<String> deciding, Set<String> facts, Set<String> parameters, List<Fact> known) {

    static ItemRules of(Term when, Term rule, List<Fact> known) {
        var facts = bare(Stream.concat(when.names(), rule.names()).filter(Term.Name::fact));
        return new ItemRules(when, rule, bare(when.names().filter(Term.Name::fact)), facts, bare(rule.names().filter(Term.Name::parameter)),
                known.stream().filter(fact -> facts.contains(fact.name())).toList());
    }

    /** The values of all names, with the figures that the item carries; a value of another type than expected is as good as none. */
    Evaluation given(ConditionItem item, Map<String, ?> stated, Object answer) {
        var given = new HashMap<String, Object>();
        item.parameters().forEach((name, parameter) -> given.put(RuleLanguage.PARAMETER + name, parameter.value()));
        for (var fact : known) {
            var value = value(stated.get(fact.name()), fact.type() == FactType.NUMBER, fact.type() == FactType.YES_NO);
            if (value != null) {
                given.put(RuleLanguage.FACT + fact.name(), value);
            }
        }
        var answered = item.answer() == AnswerType.NONE ? null
                : value(answer, item.answer() == AnswerType.NUMBER, item.answer() == AnswerType.YES_NO);
        if (answered != null) {
            given.put(RuleLanguage.ANSWER, answered);
        }
        if (item.answer() == AnswerType.DATE) {
            date(answered).ifPresent(date -> date(value(stated.get(Rules.DAY), false, false)).ifPresent(day ->
                    given.put(RuleLanguage.AGE, (double) ChronoUnit.DAYS.between(date, day))));
        }
        return new Evaluation(given);
    }

    private static Set<String> bare(Stream<Term.Name> names) {
        return names.map(Term.Name::bare).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<LocalDate> date(Object given) {
        return given instanceof String text ? Formula.date(text) : Optional.empty();
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
