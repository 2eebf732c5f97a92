package org.fugong.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fugong.rule.QuantityFormat;

/** The red-line between two lists: which items came, went or changed, and in which fields. */
public final class ListComparison {

    /** What happened to an item; MOVED is a change of order alone. */
    public enum Kind {
        ADDED, REMOVED, CHANGED, MOVED
    }

    /** A field that differs: its name ("rule", "parameter.days"), and both values as text (null: not there). */
    public record Field(String name, String before, String after) {
    }

    /** What happened to one item. */
    public record Change(String code, Kind kind, ConditionItem before, ConditionItem after, List<Field> fields) {

        public ConditionItem item() {
            return after == null ? before : after;
        }
    }

    private ListComparison() {
    }

    /** The changes that lead from one list to another, in the order of the new one; removed items come last. */
    public static List<Change> between(ListContent before, ListContent after) {
        var old = byCode(before);
        var now = byCode(after);
        var kept = old.keySet().stream().filter(now::containsKey).toList();
        var order = now.keySet().stream().filter(old::containsKey).toList();
        var changes = new ArrayList<Change>();
        now.forEach((code, item) -> {
            if (!old.containsKey(code)) {
                changes.add(new Change(code, Kind.ADDED, null, item, fields(null, item)));
                return;
            }
            var fields = fields(old.get(code), item);
            if (!fields.isEmpty()) {
                changes.add(new Change(code, Kind.CHANGED, old.get(code), item, fields));
            } else if (kept.indexOf(code) != order.indexOf(code)) {
                changes.add(new Change(code, Kind.MOVED, old.get(code), item, List.of()));
            }
        });
        old.forEach((code, item) -> {
            if (!now.containsKey(code)) {
                changes.add(new Change(code, Kind.REMOVED, item, null, fields(item, null)));
            }
        });
        return List.copyOf(changes);
    }

    static Map<String, Object> values(List<Change> changes, Function<Field, String> side) {
        var values = new LinkedHashMap<String, Object>();
        changes.forEach(change -> change.fields().forEach(field -> values.put(change.code() + "." + field.name(), side.apply(field))));
        changes.stream().filter(change -> change.kind() == Kind.MOVED).forEach(change -> values.put(change.code() + ".order", null));
        return values;
    }

    private static Map<String, ConditionItem> byCode(ListContent content) {
        var items = new LinkedHashMap<String, ConditionItem>();
        content.items().forEach(item -> items.put(item.code(), item));
        return items;
    }

    private static List<Field> fields(ConditionItem before, ConditionItem after) {
        return fields(values(before), values(after));
    }

    static List<Field> fields(Map<String, String> old, Map<String, String> now) {
        return both(old, now).filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name -> new Field(name, old.get(name), now.get(name))).toList();
    }

    /** The names of both sides, those of the first in front. */
    static Stream<String> both(Map<String, ?> before, Map<String, ?> after) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct();
    }

    private static Map<String, String> values(ConditionItem item) {
        var values = new LinkedHashMap<String, String>();
        if (item == null) {
            return values;
        }
        values.put("category", item.category());
        values.put("title", item.title());
        values.put("titleEn", item.titleEn());
        values.put("ask", item.ask());
        values.put("askEn", item.askEn());
        values.put("help", item.help());
        values.put("helpEn", item.helpEn());
        values.put("answer", item.answer().name());
        values.put("unit", item.unit());
        values.put("options", String.join("\n", item.options()));
        values.put("when", item.when());
        values.put("rule", item.rule());
        item.parameters().forEach((name, parameter) -> values.put("parameter." + name, QuantityFormat.number(parameter.value())));
        item.parameters().forEach((name, parameter) -> {
            values.put("relax." + name, parameter.relax().name());
            values.put("unit." + name, parameter.unit());
            values.put("label." + name, parameter.label());
            values.put("labelEn." + name, parameter.labelEn());
            values.put("min." + name, parameter.min() == null ? null : QuantityFormat.number(parameter.min()));
            values.put("max." + name, parameter.max() == null ? null : QuantityFormat.number(parameter.max()));
        });
        values.put("evidence", String.join("\n", item.evidence()));
        values.put("evidenceEn", String.join("\n", item.evidenceEn()));
        values.put("use", item.use().name());
        values.put("veto", String.valueOf(item.veto()));
        values.put("deferral", item.deferral() == null
                ? null
                : item.deferral().untilEpidemicEnd()
                        ? "EPIDEMIC_END+" + item.deferral().plusDays()
                        : String.valueOf(item.deferral().maxDays()));
        values.put("process", item.handling().process());
        values.put("processEn", item.handling().processEn());
        values.put("materials", item.handling().materials());
        values.put("materialsEn", item.handling().materialsEn());
        values.put("time", item.handling().time());
        values.put("timeEn", item.handling().timeEn());
        values.put("basis", item.basis());
        values.values().removeIf(value -> value == null || value.isEmpty());
        return values;
    }
}
