package org.fugong.filing.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fugong.enterprise.Phone;
import org.fugong.web.Typed;
import org.springframework.validation.MapBindingResult;

/** Reads fields that a list, not a form, defines: what is possible is handed on, the rest is rejected with words. */
final class Reading {

    private static final int LONGEST = 200;
    private static final double MOST = 1e9;

    private final MapBindingResult binding;
    private final Map<String, String> typed = new HashMap<>();

    Reading(String name) {
        binding = new MapBindingResult(typed, name);
    }

    MapBindingResult binding() {
        return binding;
    }

    /** What was typed, also where it was rejected. */
    Map<String, String> typed() {
        return typed;
    }

    /** The value of a field, null where it was emptied; empty where it is impossible. */
    Optional<Optional<Object>> read(String field, String text, String label, Type type) {
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
            case DATE -> PlanForm.day(plain).map(Object::toString);
            case PHONE -> Phone.of(plain).map(Phone::value);
            case TEXT -> Optional.of(plain);
        };
        return value.isPresent() ? Optional.of(Optional.of(value.get())) : reject(field, "reading." + type, label);
    }

    Optional<Optional<Object>> reject(String field, String code, Object... arguments) {
        binding.rejectValue(field, code, arguments, null);
        return Optional.empty();
    }

    /** What a field can hold. */
    enum Type { YES_NO, WHOLE, NUMBER, DATE, PHONE, TEXT }
}
