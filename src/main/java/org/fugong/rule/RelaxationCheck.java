package org.fugong.rule;

/** Which way a parameter moves a rule, told from the rule's form alone; facts, answers and figures are taken to be never below 0. */
record RelaxationCheck(String parameter) {

    /** How a part of a rule moves when the parameter grows. */
    private enum Move {

        STILL, WITH, AGAINST, UNTOLD;

        Move and(Move other) {
            return this == STILL ? other : other == STILL || other == this ? this : UNTOLD;
        }

        Move reversed() {
            return this == WITH ? AGAINST : this == AGAINST ? WITH : this;
        }
    }

    /** Whether the rule never holds less often when the parameter goes this way. */
    boolean eases(Expression rule, RelaxDirection way) {
        return Move.UNTOLD != move(rule).and(way == RelaxDirection.UP ? Move.WITH : Move.AGAINST);
    }

    private Move move(Expression term) {
        return switch (term) {
            case Expression.Name name -> name.name().equals(parameter) ? Move.WITH : Move.STILL;
            case Expression.Literal literal -> Move.STILL;
            case Expression.Choices choices -> unlessMentioned(choices);
            case Expression.Call call -> switch (call.operator()) {
                case "_&&_", "_||_", "_+_" -> move(call.left()).and(move(call.right()));
                case "_>=_", "_>_", "_-_" -> move(call.left()).and(move(call.right()).reversed());
                case "_<=_", "_<_" -> move(call.left()).reversed().and(move(call.right()));
                case "!_" -> move(call.left()).reversed();
                case "_*_" -> neverBelowZero(call) ? move(call.left()).and(move(call.right())) : unlessMentioned(call);
                case "_/_" -> neverBelowZero(call) ? move(call.left()).and(move(call.right()).reversed()) : unlessMentioned(call);
                case "_?_:_" -> unlessMentioned(call.left()).and(move(call.right())).and(move(call.parts().getLast()));
                default -> unlessMentioned(call);
            };
        };
    }

    private Move unlessMentioned(Expression term) {
        return term.names().anyMatch(name -> name.name().equals(parameter)) ? Move.UNTOLD : Move.STILL;
    }

    private static boolean neverBelowZero(Expression term) {
        return switch (term) {
            case Expression.Name name -> !name.age();
            case Expression.Literal(Object value) -> value instanceof Double number && number >= 0;
            case Expression.Choices choices -> false;
            case Expression.Call call when call.choice() -> call.parts().stream().skip(1).allMatch(RelaxationCheck::neverBelowZero);
            case Expression.Call call -> !call.operator().equals("_-_") && call.parts().stream().allMatch(RelaxationCheck::neverBelowZero);
        };
    }
}
