package org.fugong.submission.field;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fugong.condition.ConditionItem;
import org.fugong.enterprise.Phone;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;
import org.springframework.validation.MapBindingResult;

/** Reads fields that a list, not a form, defines: what is possible is handed on, the rest is rejected with words. */
public final class ListedFieldReading {

    private static final int LONGEST = 200;
    private static final double MOST = 1e9;
    private static final Map<String, Range> RANGES = Map.of("%", new Range(0, 100), "°C", new Range(30, 45), "time/day", new Range(0, 100),
            "m", new Range(0, 1_000), "person", new Range(0, 1_000_000), "person/room", new Range(0, 1_000), "day", new Range(0, 3_650),
            "entrance", new Range(0, 1_000), "m2/person", new Range(0, 10_000));

    private final MapBindingResult binding;
    private final Map<String, String> typed = new HashMap<>();

    public ListedFieldReading(String name) {
        binding = new MapBindingResult(typed, name);
    }

    public MapBindingResult binding() {
        return binding;
    }

    /** What was typed, also where it was rejected. */
    public Map<String, String> typed() {
        return typed;
    }

    /** What was answered to an item: its value, null where it was emptied; empty where it is impossible. */
    public Optional<Optional<Object>> answer(ConditionItem item, String text, Locale locale) {
        return read(item.code(), text, item.title(locale), type(item), item.unit())
                .filter(value -> item.answer() != AnswerType.CHOICE || offered(item.code(), item.title(locale), item.options(), value));
    }

    /** The same of what was stated of a site. */
    public Optional<Optional<Object>> fact(Fact fact, String text, Locale locale) {
        return read(fact.name(), text, fact.label(locale), type(fact), fact.unit())
                .filter(value -> fact.options().isEmpty() || offered(fact.name(), fact.label(locale), fact.options(), value));
    }

    private boolean offered(String field, String label, List<String> options, Optional<Object> value) {
        return value.isEmpty() || options.contains(value.get().toString()) || reject(field, "reading.CHOICE", label).isPresent();
    }

    private static Type type(ConditionItem item) {
        return switch (item.answer()) {
            case YES_NO -> Type.YES_NO;
            case NUMBER -> Type.NUMBER;
            case DATE -> Type.DATE;
            case TEXT, CHOICE, NONE -> "phone".equals(item.unit()) ? Type.PHONE : Type.TEXT;
        };
    }

    private static Type type(Fact fact) {
        return switch (fact.type()) {
            case YES_NO -> Type.YES_NO;
            case NUMBER -> Type.WHOLE;
            case TEXT, CHOICE -> Type.TEXT;
        };
    }

    /** The value of a field; where a number is one of a unit, what no site can have is rejected. */
    private Optional<Optional<Object>> read(String field, String text, String label, Type type, String unit) {
        typed.put(field, text);
        if (!Typed.isClean(text, type == Type.TEXT ? LONGEST : 60, false)) {
            return reject(field, "Line", label, String.valueOf(type == Type.TEXT ? LONGEST : 60));
        }
        var plain = type == Type.TEXT ? text.strip() : Typed.plain(text);
        if (Typed.isBlank(plain)) {
            return Optional.of(Optional.empty());
        }
        Optional<?> value = switch (type) {
            case YES_NO -> Optional.of(plain).filter(word -> word.equals("true") || word.equals("false")).map(Boolean::valueOf);
            case WHOLE -> Typed.whole(plain).filter(number -> number >= 0).map(Integer::doubleValue);
            case NUMBER -> Typed.number(plain).filter(number -> number >= 0 && number <= MOST);
            case DATE -> DayRange.read(plain);
            case PHONE -> Phone.of(plain).map(Phone::value);
            case TEXT -> Optional.of(plain);
        };
        if (value.isEmpty()) {
            return reject(field, "reading." + type, label);
        }
        if (value.get() instanceof LocalDate day) {
            var fault = DayRange.POSSIBLE.fault(day);
            return fault.isPresent() ? reject(field, "day.of", label, fault.get()) : Optional.of(Optional.of(day.toString()));
        }
        var range = unit == null ? null : RANGES.get(unit);
        return range != null && value.get() instanceof Double number && !range.holds(number)
                ? reject(field, "reading.range", label, FieldValues.text(range.least), FieldValues.text(range.most))
                : Optional.of(Optional.of(value.get()));
    }

    public Optional<Optional<Object>> reject(String field, String code, Object... arguments) {
        binding.rejectValue(field, code, arguments, null);
        return Optional.empty();
    }

    /** What a number of a unit can be. */
    private record Range(double least, double most) {

        boolean holds(double number) {
            return number >= least && number <= most;
        }
    }

    /** What a field can hold. */
    private enum Type {
        YES_NO, WHOLE, NUMBER, DATE, PHONE, TEXT
    }
}
