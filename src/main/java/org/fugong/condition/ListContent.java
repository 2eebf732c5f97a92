package org.fugong.condition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fugong.rule.Fact;
import org.fugong.rule.RuleSource;
import org.fugong.rule.Unit;

/**
 * All that one version of a list says: its headings, the facts its rules may use, its conditions in order, the units of
 * its figures, and the examples that its rules are tried on.
 */
public record ListContent(List<Category> categories, List<Fact> facts, List<ConditionItem> items, Map<String, Unit> units,
        List<Example> examples)
        implements
            RuleSource {

    public ListContent {
        categories = List.copyOf(categories);
        facts = List.copyOf(facts);
        items = List.copyOf(items);
        units = units == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(units));
        examples = examples == null ? List.of() : List.copyOf(examples);
    }

    public Optional<ConditionItem> item(String code) {
        return items.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Fact> fact(String name) {
        for (var fact : facts) {
            if (fact.name().equals(name)) {
                return Optional.of(fact);
            }
        }
        return Optional.empty();
    }

    public List<ConditionItem> itemsOf(Category category) {
        return items.stream().filter(item -> item.category().equals(category.code())).toList();
    }

    public ListContent withItems(List<ConditionItem> others) {
        return new ListContent(categories, facts, others, units, examples);
    }

    public ListContent withExamples(List<Example> others) {
        return new ListContent(categories, facts, items, units, others);
    }

    /** What is left without an item, which examples no longer speak of either. */
    ListContent without(String code) {
        return withItems(items.stream().filter(item -> !item.code().equals(code)).toList())
                .withExamples(examples.stream().map(example -> example.without(code)).toList());
    }

    ListContent replacing(String code, UnaryOperator<ConditionItem> change) {
        return withItems(items.stream().map(item -> item.code().equals(code) ? change.apply(item) : item).toList());
    }
}
