package org.fugong.condition;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.stream.Stream;

/** The tree of a rule, reduced to what explanations are made of. */
sealed interface Term {

    long id();

    /** A fact (f.x), a parameter (p.x) or the answer. */
    record Name(long id, String name) implements Term {

        boolean answer() {
            return name.equals(RuleLanguage.ANSWER);
        }

        boolean fact() {
            return name.startsWith(RuleLanguage.FACT);
        }

        boolean parameter() {
            return name.startsWith(RuleLanguage.PARAMETER);
        }

        String bare() {
            return answer() ? name : name.substring(2);
        }
    }

    record Literal(long id, Object value) implements Term {
    }

    record Choices(long id, List<Term> parts) implements Term {
    }

    record Call(long id, String operator, List<Term> parts) implements Term {

        boolean choice() {
            return operator.equals("_?_:_");
        }

        Term left() {
            return parts.getFirst();
        }

        Term right() {
            return parts.get(1);
        }
    }

    default Stream<Name> names() {
        return switch (this) {
            case Name name -> Stream.of(name);
            case Literal literal -> Stream.empty();
            case Choices choices -> choices.parts().stream().flatMap(Term::names);
            case Call call -> call.parts().stream().flatMap(Term::names);
        };
    }

    static Term of(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> new Name(expr.id(), expr.ident().name());
            case CONSTANT -> new Literal(expr.id(), switch (expr.constant().getKind()) {
                case DOUBLE_VALUE -> expr.constant().doubleValue();
                case BOOLEAN_VALUE -> expr.constant().booleanValue();
                case STRING_VALUE -> expr.constant().stringValue();
                default -> expr.constant();
            });
            case LIST -> new Choices(expr.id(), expr.list().elements().stream().map(Term::of).toList());
            case CALL -> new Call(expr.id(), expr.call().function(),
                    Stream.concat(expr.call().target().stream(), expr.call().args().stream()).map(Term::of).toList());
            default -> throw new IllegalArgumentException("not in the language of rules: " + expr.getKind());
        };
    }
}
