package org.fugong.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.rule.Finding;
import org.fugong.rule.RuleException;
import org.fugong.rule.Rules;
import org.fugong.rule.Verdict;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The examples of a list tried on its rules: which come out otherwise than expected, and which outcomes they cover. */
public final class GoldenExamples {

    /** A condition that an example expects one verdict of and that the rules find another one for. */
    public record Failure(Example example, ConditionItem item, Verdict expected, Finding found) {
    }

    /** Which outcomes of a condition some example shows; one that asks nothing cannot fail. */
    public record Coverage(boolean met, boolean unmet, boolean canFail) {

        public boolean complete() {
            return met && (unmet || !canFail);
        }
    }

    private final List<Failure> failures = new ArrayList<>();
    private final List<Refusal.Reason> faults = new ArrayList<>();
    private final Map<String, Coverage> coverage = new LinkedHashMap<>();

    private GoldenExamples() {
    }

    /**
     * Tries all examples of a list.
     *
     * @throws RuleException where the rules cannot be compiled
     */
    public static GoldenExamples tried(ListContent content) {
        var rules = Rules.compile(content);
        var tried = new GoldenExamples();
        content.items().forEach(item -> tried.coverage.put(item.code(), new Coverage(false, false, rules.canFail(item))));
        var names = new HashMap<String, Example>();
        for (var example : content.examples()) {
            var place = "examples." + example.name();
            if (names.put(example.name(), example) != null) {
                tried.faults.add(new Refusal.Reason(place, "condition.example.twice", example.name()));
            }
            tried.faults.addAll(ExampleProofreading.faults(content, example));
            content.items().stream().filter(item -> example.expected().containsKey(item.code()))
                    .forEach(item -> tried.compare(example, item, rules.check(item, example.facts(), example.answers().get(item.code()))));
        }
        return tried;
    }

    private void compare(Example example, ConditionItem item, Finding found) {
        var expected = example.expected().get(item.code());
        if (found.verdict() != expected) {
            failures.add(new Failure(example, item, expected, found));
            return;
        }
        coverage.computeIfPresent(item.code(), (code, before) -> new Coverage(before.met || expected == Verdict.MET,
                before.unmet || expected == Verdict.UNMET, before.canFail));
    }

    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    public List<Failure> failures(Example example) {
        return failures.stream().filter(failure -> failure.example().equals(example)).toList();
    }

    /** Which outcomes the examples show, by the code of the condition. */
    public Map<String, Coverage> coverage() {
        return Map.copyOf(coverage);
    }

    /** Why the list cannot be published as it is: what the examples name wrongly, and where they fail. */
    public List<Refusal.Reason> reasons() {
        var reasons = new ArrayList<>(faults);
        failures.forEach(failure -> reasons.add(new Refusal.Reason("examples." + failure.example().name() + "." + failure.item().code(),
                "condition.example.fails", failure.example().name(), failure.item().code(), word(failure.expected()),
                word(failure.found().verdict()),
                new Refusal.Name(failure.found().zh(), failure.found().en()))));
        return reasons;
    }

    private static DefaultMessageSourceResolvable word(Verdict verdict) {
        return new DefaultMessageSourceResolvable("verdict." + verdict);
    }
}
