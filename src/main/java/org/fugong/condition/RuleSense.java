package org.fugong.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what compiles and yet means nothing: figures beyond measure, a division by nothing, and what depends on nobody. */
record RuleSense(String code, String part) {

    private static final double HIGHEST = 1e12;
    private static final Set<String> COMPARISONS = Set.of("_>=_", "_<=_", "_>_", "_<_", "_==_", "_!=_", "@in");

    List<RuleProblem> problems(Term rule) {
        var keys = new LinkedHashSet<String>();
        collect(rule, keys);
        boolean nothingAsked = rule instanceof Term.Literal(long id, Object value) && Boolean.TRUE.equals(value);
        if (!nothingAsked && keys.isEmpty() && rule.names().allMatch(Term.Name::parameter)) {
            keys.add("condition.rule.constant");
        }
        return keys.stream().map(key -> new RuleProblem(code, part, 0, key, List.of())).toList();
    }

    private static void collect(Term term, Set<String> keys) {
        switch (term) {
            case Term.Literal(long id, Double number) when !(Math.abs(number) <= HIGHEST) -> keys.add("condition.rule.too-large");
            case Term.Choices choices -> choices.parts().forEach(part -> collect(part, keys));
            case Term.Call call -> {
                call.parts().forEach(part -> collect(part, keys));
                if (call.operator().equals("_/_") && nothing(call.right())) {
                    keys.add("condition.rule.by-zero");
                }
                if (COMPARISONS.contains(call.operator()) && (call.names().findAny().isEmpty() || call.left().same(call.right()))) {
                    keys.add("condition.rule.constant");
                }
            }
            default -> { }
        }
    }

    /** A divisor reckoned from figures alone might be 0, too, and needs no reckoning. */
    private static boolean nothing(Term divisor) {
        return divisor instanceof Term.Literal(long id, Object value) ? value.equals(0.0) || value.equals(-0.0) : divisor.names().findAny().isEmpty();
    }
}
