package org.fugong.condition;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tree of a rule, reduced to what explanations are made of. */
sealed interface Term {

    long id();

    /** A fact (f.x), a parameter (p.x), the answer or its age. */
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

        /** How long ago the date is that was answered. */
        boolean age() {
            return name.equals(RuleLanguage.AGE);
        }

        String bare() {
            return answer() || age() ? name : name.substring(2);
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

    /** The term itself and all that it is made of. */
    default Stream<Term> all() {
        return Stream.concat(Stream.of(this), switch (this) {
            case Choices choices -> choices.parts().stream().flatMap(Term::all);
            case Call call -> call.parts().stream().flatMap(Term::all);
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

    private static boolean mention(List<Term> parts, Predicate<Name> which) {
        for (var part : parts) {
            if (part.mentions(which)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is written the same, wherever it stands. */
    default boolean same(Term other) {
        return switch (this) {
            case Name name -> other instanceof Name(long id, String written) && name.name().equals(written);
            case Literal literal -> other instanceof Literal(long id, Object value) && literal.value().equals(value);
            case Choices choices -> other instanceof Choices(long id, var parts) && same(choices.parts(), parts);
            case Call call -> other instanceof Call(long id, String operator, var parts) && call.operator().equals(operator) && same(call.parts(), parts);
        };
    }

    private static boolean same(List<Term> some, List<Term> others) {
        return some.size() == others.size() && IntStream.range(0, some.size()).allMatch(i -> some.get(i).same(others.get(i)));
    }

    static Term of(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> new Name(expr.id(), expr.ident().name());
            // as long as names are not looked up, f.x is the part x of f
            case SELECT -> new Name(expr.id(), expr.select().operand().ident().name() + "." + expr.select().field());
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
