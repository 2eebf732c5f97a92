package org.fugong.rule;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tree of a rule, reduced to what explanations are made of. */
sealed interface Expression {

    /** A fact (f.x), a parameter (p.x), the answer or its age. */
    record Name(String name, String bare) implements Expression {

        Name(String name) {
            this(name, name.startsWith(RuleLanguage.FACT) || name.startsWith(RuleLanguage.PARAMETER) ? name.substring(2) : name);
        }

        boolean answer() {
            return name.equals(RuleLanguage.ANSWER);
        }

        boolean fact() {
            return name.startsWith(RuleLanguage.FACT);
        }

        boolean parameter() {
            return name.startsWith(RuleLanguage.PARAMETER);
        }

        /** How long ago the date is that was answered. */
        boolean age() {
            return name.equals(RuleLanguage.AGE);
        }
    }

    record Literal(Object value) implements Expression {
    }

    record Choices(List<Expression> parts) implements Expression {
    }

    record Call(String operator, List<Expression> parts) implements Expression {

        boolean choice() {
            return operator.equals("_?_:_");
        }

        Expression left() {
            return parts.getFirst();
        }

        Expression right() {
            return parts.get(1);
        }

        /** What is not both is not the one or not the other: a negation said of the parts of what it negates; empty where that has none. */
        Optional<Expression> negationMovedIn() {
            return left() instanceof Call inner ? switch (inner.operator()) {
                case "!_" -> Optional.of(inner.left());
                case "_&&_" -> Optional.of(inner.negated("_||_"));
                case "_||_" -> Optional.of(inner.negated("_&&_"));
                case "_?_:_" ->
                    Optional.of(new Call(inner.operator(), List.of(inner.left(), not(inner.right()), not(inner.parts().getLast()))));
                default -> Optional.empty();
            } : Optional.empty();
        }

        private Expression negated(String otherwise) {
            return new Call(otherwise, parts.stream().map(Call::not).toList());
        }

        private static Expression not(Expression part) {
            return new Call("!_", List.of(part));
        }
    }

    /** The term itself and all that it is made of. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), switch (this) {
            case Choices choices -> choices.parts().stream().flatMap(Expression::all);
            case Call call -> call.parts().stream().flatMap(Expression::all);
            case Name name -> Stream.empty();
            case Literal literal -> Stream.empty();
        });
    }

    default Stream<Name> names() {
        return all().filter(Name.class::isInstance).map(Name.class::cast);
    }

    /** The same as a question to {@link #names()}, without a stream: it is asked for every sentence. */
    default boolean mentions(Predicate<Name> which) {
        return switch (this) {
            case Name name -> which.test(name);
            case Literal literal -> false;
            case Choices choices -> mention(choices.parts(), which);
            case Call call -> mention(call.parts(), which);
        };
    }

    private static boolean mention(List<Expression> parts, Predicate<Name> which) {
        for (var part : parts) {
            if (part.mentions(which)) {
                return true;
            }
        }
        return false;
    }

    static Expression of(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> new Name(expr.ident().name());
            // as long as names are not looked up, f.x is the part x of f
            case SELECT -> new Name(expr.select().operand().ident().name() + "." + expr.select().field());
            case CONSTANT -> new Literal(switch (expr.constant().getKind()) {
                case DOUBLE_VALUE -> expr.constant().doubleValue();
                case BOOLEAN_VALUE -> expr.constant().booleanValue();
                case STRING_VALUE -> expr.constant().stringValue();
                default -> throw new IllegalArgumentException("not in the language of rules: " + expr.constant().getKind());
            });
            case LIST -> new Choices(expr.list().elements().stream().map(Expression::of).toList());
            case CALL -> new Call(expr.call().function(),
                    Stream.concat(expr.call().target().stream(), expr.call().args().stream()).map(Expression::of).toList());
            default -> throw new IllegalArgumentException("not in the language of rules: " + expr.getKind());
        };
    }
}
