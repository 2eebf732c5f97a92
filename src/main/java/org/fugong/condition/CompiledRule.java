package org.fugong.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule ready to be evaluated, and its tree to explain the outcome with. */
record CompiledRule(Term tree, CelRuntime.Program program) {

    /** Whether the rule holds (null: cannot be told) and the value of each of its parts that has one. */
    record Outcome(Boolean holds, Map<Long, Object> values) {
    }

    Outcome evaluate(Map<String, ?> variables) {
        if (tree instanceof Term.Literal(long id, Boolean always)) {
            return new Outcome(always, Map.of(id, always));
        }
        var values = new HashMap<Long, Object>();
        try {
            var result = program.trace(variables, (part, value) -> {
                if (!(value instanceof CelUnknownSet)) {
                    values.put(part.id(), value);
                }
            });
            return new Outcome(result instanceof Boolean holds ? holds : null, values);
        } catch (CelEvaluationException | RuntimeException e) {
            // a rule that cannot be evaluated for these values tells nothing about them
            return new Outcome(null, values);
        }
    }

    Set<String> facts() {
        return tree.names().filter(Term.Name::fact).map(Term.Name::bare).collect(Collectors.toSet());
    }
}
