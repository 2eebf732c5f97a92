package org.fugong.rule;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be computed of a rule from the values given and the values of its parts; it knows numbers and names, no words. */
record RuleCalculation(RuleSource content, Question item, Evaluation evaluation) {

    private static final String DAYS = "day";

    /** Whether the comparison is one of numbers. */
    boolean numeric(Comparison comparison) {
        if (comparison.subject().age()) {
            return true;
        }
        return comparison.subject().answer()
                ? item.answer() == AnswerType.NUMBER
                : content.fact(comparison.subject().bare()).filter(fact -> fact.type() == FactType.NUMBER).isPresent();
    }

    /** Things that are counted have no halves: more than 0 is at least 1. */
    String operator(Comparison comparison) {
        return !whole(comparison) ? comparison.operator() : switch (comparison.operator()) {
            case "_>_" -> "_>=_";
            case "_<_" -> "_<=_";
            default -> comparison.operator();
        };
    }

    /** What is needed and what is there, with what is missing or too much. */
    Figures figures(Comparison comparison) {
        var has = number(comparison.subject());
        var bound = number(comparison.bound());
        if (bound == null || !Double.isFinite(bound / comparison.scale())) {
            return new Figures(null, has, null);
        }
        double exact = QuantityFormat.rounded(bound / comparison.scale());
        double needed = !whole(comparison) ? exact : switch (comparison.operator()) {
            case "_>=_" -> Math.ceil(exact);
            case "_>_" -> Math.floor(exact) + 1;
            case "_<=_" -> Math.floor(exact);
            case "_<_" -> Math.ceil(exact) - 1;
            default -> exact;
        };
        return new Figures(needed, has, has == null ? null : gap(operator(comparison), needed, has));
    }

    /** The figures of a rule that is a comparison of numbers. */
    Figures figures(Expression rule) {
        return Comparison.of(rule).filter(this::numeric).map(this::figures).orElse(Figures.NONE);
    }

    /** A fact and the figure that it would have to come down to. */
    record Lowered(Expression.Name name, double figure) {
    }

    /** Where what is needed grows with one thing that the enterprise has stated, how little of it would need no more than there is. */
    Optional<Lowered> lowered(Comparison comparison) {
        var has = number(comparison.subject());
        var bound = number(comparison.bound());
        if (has == null || has <= 0 || bound == null || bound <= 0 || !comparison.bound().mentions(Expression.Name::fact)) {
            return Optional.empty();
        }
        var facts = comparison.bound().names().filter(Expression.Name::fact).toList();
        var stated = number(facts.getFirst());
        if (facts.size() != 1 || stated == null
                || content.fact(facts.getFirst().bare()).filter(fact -> !fact.derived() && counted(fact.unit())).isEmpty()) {
            return Optional.empty();
        }
        double figure = Math.floor(QuantityFormat.rounded(stated * (has / (bound / comparison.scale()))));
        return figure >= 1 && figure < stated && with(facts.getFirst(), figure).suffices(comparison)
                ? Optional.of(new Lowered(facts.getFirst(), figure))
                : Optional.empty();
    }

    private boolean suffices(Comparison comparison) {
        var figures = figures(comparison);
        return figures.needed() != null && figures.given() >= figures.needed();
    }

    private RuleCalculation with(Expression.Name fact, double figure) {
        var supposed = new HashMap<>(evaluation.given());
        supposed.put(fact.name(), figure);
        return new RuleCalculation(content, item, new Evaluation(supposed));
    }

    /** Which branch of a choice by condition counts, where its condition can be told. */
    Optional<Expression> chosen(Expression.Call choice) {
        return evaluation.of(choice.left()) instanceof Boolean holds ? Optional.of(choice.parts().get(holds ? 1 : 2)) : Optional.empty();
    }

    /** The facts that are not known and would have to be. */
    Set<Expression.Name> missing(Expression term) {
        var missing = new LinkedHashSet<Expression.Name>();
        collectMissing(term, missing);
        return missing;
    }

    boolean counted(String unit) {
        return unit != null && content.units().containsKey(unit) && content.units().get(unit).counted();
    }

    String unit(Expression.Name name) {
        if (name.answer() || name.age()) {
            return name.age() ? DAYS : item.unit();
        }
        return name.fact()
                ? content.fact(name.bare()).map(Fact::unit).orElse(null)
                : Optional.ofNullable(item.parameters().get(name.bare())).map(Parameter::unit).orElse(null);
    }

    private boolean whole(Comparison comparison) {
        if (!numeric(comparison) || !counted(unit(comparison.subject()))) {
            return false;
        }
        var has = number(comparison.subject());
        return has == null || has == Math.rint(has);
    }

    private void collectMissing(Expression term, Set<Expression.Name> missing) {
        switch (term) {
            case Expression.Name name when name.fact() && evaluation.of(name) == null -> missing.add(name);
            case Expression.Call call when call.choice() && chosen(call).isPresent() ->
                List.of(call.left(), chosen(call).get()).forEach(part -> collectMissing(part, missing));
            case Expression.Call call when evaluation.of(call) == null -> call.parts().forEach(part -> collectMissing(part, missing));
            default -> {
            }
        }
    }

    /** Null where it is not known or none. */
    private Double number(Expression term) {
        return evaluation.of(term) instanceof Double number && Double.isFinite(number) ? number : null;
    }

    private static Double gap(String operator, double needed, double has) {
        double gap = switch (operator) {
            case "_>=_", "_>_" -> needed - has;
            case "_<=_", "_<_" -> has - needed;
            default -> Math.abs(has - needed);
        };
        return gap > 0 && Double.isFinite(gap) && QuantityFormat.rounded(gap) > 0 ? QuantityFormat.rounded(gap) : null;
    }
}
