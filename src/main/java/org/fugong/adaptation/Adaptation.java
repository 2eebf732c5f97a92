package org.fugong.adaptation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.condition.ListContent;
import org.fugong.condition.Refusal;
import org.fugong.rule.Parameter;

/** What a county asks less of: items it leaves out, and parameters (by item code and name) it has moved in their relaxing direction. */
public record Adaptation(SortedSet<String> omitted, SortedMap<String, Map<String, Double>> relaxed) {

    public static final Adaptation NONE = new Adaptation(new TreeSet<>(), new TreeMap<>());

    public Adaptation {
        omitted = omitted == null ? new TreeSet<>() : new TreeSet<>(omitted);
        relaxed = relaxed == null ? new TreeMap<>() : new TreeMap<>(relaxed);
    }

    /**
     * What of this a county may not do with a list: a county only leaves out or asks less, never more
     * (清单之外一律不得, 国办发明电〔2020〕6号).
     */
    public List<Refusal.Reason> faults(ListContent content) {
        return conflicts(content).stream().map(conflict -> conflict.reason(content)).toList();
    }

    /** What of this does not fit a list; of an older adaptation, what a new version leaves behind. */
    public List<AdaptationConflict> conflicts(ListContent content) {
        var conflicts = new ArrayList<AdaptationConflict>();
        omitted.forEach(code -> {
            var item = content.item(code);
            if (item.isEmpty() || item.get().veto()) {
                conflicts.add(new AdaptationConflict(code, null, null,
                        item.isEmpty() ? AdaptationConflict.Kind.UNKNOWN_ITEM : AdaptationConflict.Kind.VETO));
            }
        });
        relaxed.forEach((code, values) -> values.forEach((name, value) -> content.item(code).ifPresentOrElse(
                item -> conflict(item.parameters().get(name), value)
                        .ifPresent(kind -> conflicts.add(new AdaptationConflict(code, name, value, kind))),
                () -> conflicts.add(new AdaptationConflict(code, name, value, AdaptationConflict.Kind.UNKNOWN_ITEM)))));
        return conflicts;
    }

    private static Optional<AdaptationConflict.Kind> conflict(Parameter parameter, Double value) {
        return parameter == null
                ? Optional.of(AdaptationConflict.Kind.UNKNOWN_PARAMETER)
                : value == null || !parameter.within(value)
                        ? Optional.of(AdaptationConflict.Kind.OUT_OF_BOUNDS)
                        : parameter.relax().allows(parameter.value(), value)
                                ? Optional.empty()
                                : Optional.of(AdaptationConflict.Kind.TIGHTER);
    }

    /** What of an older adaptation still makes sense for a list: no veto item, no parameter that is gone or would be tightened. */
    public Adaptation carriedOverTo(ListContent content) {
        var kept = new TreeSet<>(omitted);
        kept.removeIf(code -> content.item(code).filter(item -> !item.veto()).isEmpty());
        var moved = new TreeMap<String, Map<String, Double>>();
        relaxed.forEach((code, values) -> content.item(code).ifPresent(item -> {
            var still = new LinkedHashMap<String, Double>();
            values.forEach((name, value) -> {
                var parameter = item.parameters().get(name);
                if (parameter != null && value != null && value != parameter.value() && parameter.within(value)
                        && parameter.relax().allows(parameter.value(), value)) {
                    still.put(name, value);
                }
            });
            if (!still.isEmpty()) {
                moved.put(code, still);
            }
        }));
        return new Adaptation(kept, moved);
    }

    /** The list as it applies in the county; call it on what {@link #carriedOverTo} has left. */
    public ListContent applied(ListContent content) {
        return content.withItems(content.items().stream().filter(item -> !omitted.contains(item.code()))
                .map(item -> relaxed.containsKey(item.code()) ? item.with(relaxed.get(item.code())) : item).toList());
    }

    /** This and what another one relaxes or leaves out. */
    Adaptation and(Adaptation other) {
        var left = new TreeSet<>(omitted);
        left.addAll(other.omitted);
        var moved = new TreeMap<>(relaxed);
        other.relaxed.forEach((code, values) -> {
            var both = new LinkedHashMap<>(moved.getOrDefault(code, Map.of()));
            both.putAll(values);
            moved.put(code, both);
        });
        return new Adaptation(left, moved);
    }

    public boolean nothing() {
        return omitted.isEmpty() && relaxed.isEmpty();
    }

    /** The value a county has set for a parameter, or null. */
    public Double value(String code, String name) {
        return Objects.requireNonNullElse(relaxed.get(code), Map.<String, Double>of()).get(name);
    }
}
