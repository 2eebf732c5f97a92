package org.fugong.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a rule and each of its parts come to for the values given; null where that cannot be told, because a value is not
 * known or has no result. It agrees with CEL's own runtime, which hands out no parts without calculation them all anew.
 */
record Evaluation(Map<String, Object> given) {

    Object of(Expression term) {
        return switch (term) {
            case Expression.Literal literal -> literal.value();
            case Expression.Name name -> given.get(name.name());
            case Expression.Choices choices -> list(choices.parts());
            case Expression.Call call -> switch (call.operator()) {
                case "_&&_" -> joined(call, Boolean.FALSE);
                case "_||_" -> joined(call, Boolean.TRUE);
                case "_?_:_" -> of(call.left()) instanceof Boolean holds ? of(call.parts().get(holds ? 1 : 2)) : null;
                case "!_" -> of(call.left()) instanceof Boolean holds ? !holds : null;
                default -> operation(call.operator(), of(call.left()), of(call.right()));
            };
        };
    }

    /** Whether it holds; null where that cannot be told. */
    Boolean holds(Expression term) {
        return of(term) instanceof Boolean holds ? holds : null;
    }

    /** One part may decide whatever the other is, known or not. */
    private Boolean joined(Expression.Call call, Boolean deciding) {
        var left = of(call.left());
        var right = of(call.right());
        return deciding.equals(left) || deciding.equals(right) ? deciding : left == null || right == null ? null : (Boolean) !deciding;
    }

    private static Object operation(String operator, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (operator) {
            case "_==_" -> equal(left, right);
            case "_!=_" -> !equal(left, right);
            case "@in" -> contains((List<?>) right, left);
            default -> left instanceof Double one && right instanceof Double other
                    ? computed(operator, one, other)
                    : ordered(operator, left.toString().compareTo(right.toString()));
        };
    }

    private static Object computed(String operator, double left, double right) {
        return switch (operator) {
            case "_+_" -> decimal(left + right);
            case "_-_" -> decimal(left - right);
            case "_*_" -> decimal(left * right);
            case "_/_" -> decimal(left / right);
            default -> ordered(operator, left < right ? -1 : left == right ? 0 : 1);
        };
    }

    /** Texts as they are sorted, and no before yes: as their names are. */
    private static Boolean ordered(String operator, int order) {
        return switch (operator) {
            case "_<_" -> order < 0;
            case "_<=_" -> order <= 0;
            case "_>_" -> order > 0;
            case "_>=_" -> order >= 0;
            default -> throw new IllegalArgumentException("not in the language of rules: " + operator);
        };
    }

    /** Rounded as decimals, so that 100 people × 0.07 are 7 and not 7.000000000000001. */
    private static Double decimal(double result) {
        return Double.isFinite(result) ? (Double) QuantityFormat.rounded(result) : null;
    }

    private static boolean equal(Object one, Object other) {
        if (one instanceof Double number) {
            return other instanceof Double same && number.doubleValue() == same;
        }
        if (one instanceof List<?> some && other instanceof List<?> others && some.size() == others.size()) {
            for (int i = 0; i < some.size(); i++) {
                if (!equal(some.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    private static boolean contains(List<?> choices, Object value) {
        for (var choice : choices) {
            if (equal(choice, value)) {
                return true;
            }
        }
        return false;
    }

    private List<Object> list(List<Expression> parts) {
        var values = new ArrayList<>(parts.size());
        for (var part : parts) {
            var value = of(part);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }
}
