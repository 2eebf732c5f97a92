package org.fugong.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what compiles and yet means nothing: figures beyond measure, a division by nothing, what depends on nobody, and a
 * county's relief that would ask more.
 */
record RulePlausibility(Question item, String part) {

    private static final double HIGHEST = 1e12;
    private static final Set<String> COMPARISONS = Set.of("_>=_", "_<=_", "_>_", "_<_", "_==_", "_!=_", "@in");

    List<RuleProblem> problems(Expression rule) {
        var keys = new LinkedHashSet<String>();
        collect(rule, keys);
        boolean nothingAsked = rule instanceof Expression.Literal(Object value) && Boolean.TRUE.equals(value);
        if (!nothingAsked && keys.isEmpty() && rule.names().allMatch(Expression.Name::parameter)) {
            keys.add("rule.problem.constant");
        }
        if (keys.isEmpty()) {
            return item.parameters().entrySet().stream().filter(entry -> !eases(rule, entry.getKey(), entry.getValue().relax()))
                    .map(entry -> problem("rule.problem.direction", RuleLanguage.PARAMETER + entry.getKey())).toList();
        }
        return keys.stream().map(this::problem).toList();
    }

    /** Relief makes the rule hold more often, and what the rule is asked for not more often. */
    private boolean eases(Expression rule, String parameter, RelaxDirection way) {
        var relief = part.equals("rule") ? way : way == RelaxDirection.UP ? RelaxDirection.DOWN : RelaxDirection.UP;
        return new RelaxationCheck(RuleLanguage.PARAMETER + parameter).eases(rule, relief);
    }

    private RuleProblem problem(String key, String... arguments) {
        return new RuleProblem(item.code(), part, 0, key, List.of(arguments));
    }

    private void collect(Expression term, Set<String> keys) {
        switch (term) {
            case Expression.Literal(Double number) when !(Math.abs(number) <= HIGHEST) -> keys.add("rule.problem.too-large");
            case Expression.Choices choices -> choices.parts().forEach(part -> collect(part, keys));
            case Expression.Call call -> {
                call.parts().forEach(part -> collect(part, keys));
                if (call.operator().equals("_/_") && nothing(call.right())) {
                    keys.add("rule.problem.by-zero");
                }
                if (COMPARISONS.contains(call.operator()) && (call.names().findAny().isEmpty() || call.left().equals(call.right()))) {
                    keys.add("rule.problem.constant");
                }
            }
            default -> {
            }
        }
    }

    /** A divisor computed from figures alone might be 0, too, and needs no calculation; a parameter must never come to 0. */
    private boolean nothing(Expression divisor) {
        if (divisor instanceof Expression.Literal(Object value)) {
            return value.equals(0.0) || value.equals(-0.0);
        }
        return divisor.names().findAny().isEmpty()
                || divisor.names().anyMatch(name -> name.parameter() && item.parameters().get(name.bare()).within(0));
    }
}
