package org.fugong.condition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fugong.condition.ListComparison.Field;
import org.fugong.condition.ListComparison.Kind;
import org.fugong.rule.QuantityFormat;

/** The red-line of what stands around the items of two lists: headings, facts, units and golden examples. */
public final class ContentComparison {

    /** What it is that stands there. */
    public enum Part {
        HEADING, FACT, UNIT, EXAMPLE
    }

    /** What happened to one part, which both lists know by its name. */
    public record Change(Part part, String name, Kind kind, List<Field> fields) {
    }

    private ContentComparison() {
    }

    /** The changes that lead from one list to another; of the order only that of the headings tells something. */
    public static List<Change> between(ListContent before, ListContent after) {
        return Stream.of(Part.values()).flatMap(part -> between(part, of(part, before), of(part, after))).toList();
    }

    private static Stream<Change> between(Part part, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        var kept = before.keySet().stream().filter(after::containsKey).toList();
        var order = after.keySet().stream().filter(before::containsKey).toList();
        return ListComparison.both(before, after).flatMap(name -> {
            var fields = ListComparison.fields(before.getOrDefault(name, Map.of()), after.getOrDefault(name, Map.of()));
            var kind = !before.containsKey(name)
                    ? Kind.ADDED
                    : !after.containsKey(name)
                            ? Kind.REMOVED
                            : !fields.isEmpty()
                                    ? Kind.CHANGED
                                    : part == Part.HEADING && kept.indexOf(name) != order.indexOf(name) ? Kind.MOVED : null;
            return kind == null ? Stream.empty() : Stream.of(new Change(part, name, kind, fields));
        });
    }

    /** One side of the changes, for the trail. */
    static Map<String, Object> values(List<Change> changes, Function<Field, String> side) {
        var values = new LinkedHashMap<String, Object>();
        changes.forEach(change -> {
            var name = change.part().name().toLowerCase() + "." + change.name();
            change.fields().forEach(field -> values.put(name + "." + field.name(), side.apply(field)));
            if (change.kind() == Kind.MOVED) {
                values.put(name + ".order", null);
            }
        });
        return values;
    }

    private static Map<String, Map<String, String>> of(Part part, ListContent content) {
        var parts = new LinkedHashMap<String, Map<String, String>>();
        switch (part) {
            case HEADING -> content.categories()
                    .forEach(heading -> parts.put(heading.code(), values("title", heading.title(), "titleEn", heading.titleEn())));
            case FACT -> content.facts()
                    .forEach(fact -> parts.put(fact.name(), values("label", fact.label(), "labelEn", fact.labelEn(), "type", fact.type(),
                            "unit", fact.unit(), "options", String.join("\n", fact.options()), "derived", fact.derived())));
            case UNIT ->
                content.units().forEach((key, unit) -> parts.put(key, values("zh", unit.zh(), "en", unit.en(), "enOne", unit.enOne())));
            case EXAMPLE -> content.examples().forEach(example -> {
                var values = new LinkedHashMap<String, String>();
                example.facts().forEach((name, value) -> values.put("fact." + name, text(value)));
                example.answers().forEach((code, value) -> values.put("answer." + code, text(value)));
                example.expected().forEach((code, verdict) -> values.put("expected." + code, text(verdict)));
                parts.put(example.name(), values);
            });
        }
        return parts;
    }

    /** Names and values by turns, without those that say nothing. */
    private static Map<String, String> values(Object... pairs) {
        var values = new LinkedHashMap<String, String>();
        for (int at = 0; at < pairs.length; at += 2) {
            if (!Objects.toString(pairs[at + 1], "").isEmpty()) {
                values.put(pairs[at].toString(), text(pairs[at + 1]));
            }
        }
        return values;
    }

    private static String text(Object value) {
        return value instanceof Number number ? QuantityFormat.number(number.doubleValue()) : Objects.toString(value, null);
    }
}
