package org.fugong.rule;

import java.util.Map;
import java.util.Optional;

/**
 * A comparison turned so that what the enterprise has stands on the left: {@code 100.0 <= answer} reads as answer >= 100,
 * and {@code f.a * 100.0 >= f.b * p.percent} as f.a >= (f.b * p.percent) / 100.
 */
record Comparison(Expression.Name subject, String operator, Expression bound, double scale) {

    private static final Map<String, String> TURNED = Map.of("_>=_", "_<=_", "_<=_", "_>=_", "_>_", "_<_", "_<_", "_>_", "_==_", "_==_",
            "_!=_", "_!=_");
    private static final Map<String, String> NEGATED = Map.of("_>=_", "_<_", "_<=_", "_>_", "_>_", "_<=_", "_<_", "_>=_", "_==_", "_!=_",
            "_!=_", "_==_");

    static Optional<Comparison> of(Expression term) {
        if (!(term instanceof Expression.Call call)) {
            return Optional.empty();
        }
        if (call.operator().equals("!_")) {
            return of(call.left()).map(inner -> new Comparison(inner.subject, NEGATED.get(inner.operator), inner.bound, inner.scale));
        }
        if (!TURNED.containsKey(call.operator())) {
            return Optional.empty();
        }
        return ofTheEnterprise(call.right()) && !ofTheEnterprise(call.left()) || answered(call.right()) && !answered(call.left())
                ? of(call.right(), TURNED.get(call.operator()), call.left())
                : of(call.left(), call.operator(), call.right());
    }

    private static Optional<Comparison> of(Expression subject, String operator, Expression bound) {
        if (answered(bound)) {
            return Optional.empty();
        }
        return switch (subject) {
            case Expression.Name name when !name.parameter() -> Optional.of(new Comparison(name, operator, bound, 1));
            case Expression.Call(String times, var parts) when times.equals("_*_")
                    && parts.get(0) instanceof Expression.Name name && parts.get(1) instanceof Expression.Literal(Double scale)
                    && scale > 0 ->
                Optional.of(new Comparison(name, operator, bound, scale));
            default -> Optional.empty();
        };
    }

    private static boolean ofTheEnterprise(Expression term) {
        return term.mentions(name -> !name.parameter());
    }

    private static boolean answered(Expression term) {
        return term.mentions(Expression.Name::answer);
    }
}
