package org.fugong.condition;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.fugong.rule.Verdict;

/** A filing made up to try a list on: its facts by name, its answers by the code of the condition, and the verdicts that are expected. */
public record Example(String name, Map<String, Object> facts, Map<String, Object> answers, Map<String, Verdict> expected) {

    public Example {
        facts = sorted(facts);
        answers = sorted(answers);
        expected = sorted(expected);
    }

    Example without(String code) {
        var left = new TreeMap<>(answers);
        var still = new TreeMap<>(expected);
        left.remove(code);
        still.remove(code);
        return new Example(name, facts, left, still);
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
