package org.fugong.condition;

import java.util.ArrayList;
import java.util.List;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Rules;

/** Finds what an example names that its list does not have, and values of another type than the list expects. */
final class ExampleProofreading {

    private final Example example;
    private final List<Refusal.Reason> faults = new ArrayList<>();

    private ExampleProofreading(Example example) {
        this.example = example;
    }

    static List<Refusal.Reason> faults(ListContent content, Example example) {
        var reading = new ExampleProofreading(example);
        example.facts().forEach((name, value) -> reading.fact(content, name, value));
        example.answers().forEach((code, value) -> content.item(code).ifPresentOrElse(
                item -> reading.fits(code, value, item.answer().accepts(value, item.options())),
                () -> reading.fault(code, "condition.example.unknown-item", code)));
        example.expected().keySet().stream().filter(code -> content.item(code).isEmpty() && !example.answers().containsKey(code))
                .forEach(code -> reading.fault(code, "condition.example.unknown-item", code));
        return reading.faults;
    }

    private void fact(ListContent content, String name, Object value) {
        if (name.equals(Rules.DAY)) {
            fits(name, value, AnswerType.DATE.accepts(value, List.of()));
        } else {
            content.fact(name).ifPresentOrElse(fact -> fits(name, value, fact.type().accepts(value, fact.options())),
                    () -> fault(name, "condition.example.unknown-fact", name));
        }
    }

    private void fits(String place, Object value, boolean accepted) {
        if (!accepted) {
            fault(place, "condition.example.mistyped", place, String.valueOf(value));
        }
    }

    private void fault(String place, String key, Object named, Object... more) {
        var arguments = new ArrayList<Object>(List.of(example.name(), named));
        arguments.addAll(List.of(more));
        faults.add(new Refusal.Reason("examples." + example.name() + "." + place, key, arguments));
    }
}
