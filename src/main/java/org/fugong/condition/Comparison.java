package org.fugong.condition;

import java.util.Map;
import java.util.Optional;

/**
 * A comparison turned so that what the enterprise has stands on the left: {@code 100.0 <= answer} reads as answer >= 100,
 * and {@code f.a * 100.0 >= f.b * p.percent} as f.a >= (f.b * p.percent) / 100.
 */
record Comparison(Term.Name subject, String operator, Term bound, double scale) {

    private static final Map<String, String> TURNED = Map.of("_>=_", "_<=_", "_<=_", "_>=_", "_>_", "_<_", "_<_", "_>_", "_==_", "_==_", "_!=_", "_!=_");
    private static final Map<String, String> NEGATED = Map.of("_>=_", "_<_", "_<=_", "_>_", "_>_", "_<=_", "_<_", "_>=_", "_==_", "_!=_", "_!=_", "_==_");

    static Optional<Comparison> of(Term term) {
        if (!(term instanceof Term.Call call)) {
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

    private static Optional<Comparison> of(Term subject, String operator, Term bound) {
        if (answered(bound)) {
            return Optional.empty();
        }
        return switch (subject) {
            case Term.Name name when !name.parameter() -> Optional.of(new Comparison(name, operator, bound, 1));
            case Term.Call(String times, var parts) when times.equals("_*_")
                    && parts.get(0) instanceof Term.Name name && parts.get(1) instanceof Term.Literal(Double scale) && scale > 0 ->
                    Optional.of(new Comparison(name, operator, bound, scale));
            default -> Optional.empty();
        };
    }

    private static boolean ofTheEnterprise(Term term) {
        return term.mentions(name -> !name.parameter());
    }

    private static boolean answered(Term term) {
        return term.mentions(Term.Name::answer);
    }
}
