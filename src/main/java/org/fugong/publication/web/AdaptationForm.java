package org.fugong.publication.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.adaptation.Adaptation;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.ParameterForm;
import org.fugong.web.Dates;
import org.fugong.web.Typed;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;

/**
 * What a county asks less of, as typed: the conditions left out, and figures by "condition.parameter"; an empty figure is
 * the province's. What is {@code strange} names neither.
 */
record AdaptationForm(Set<String> omitted, Map<String, String> figures, String reason, String date, String time, String seen,
        Set<String> strange) {

    private static final int MOST = 500;
    private static final int NAMED = 5;

    /** Everything that was sent and may be meant, also what no list has, so that it can be refused by name. */
    static AdaptationForm of(MultiValueMap<String, String> sent) {
        var figures = new TreeMap<String, String>();
        var strange = new TreeSet<String>();
        sent.forEach((name, values) -> {
            if (name.matches("\\w{1,10}\\.\\w{1,30}") && figures.size() < MOST) {
                figures.put(name, values.getFirst());
            } else if (name.contains(".")) {
                strange.add(name);
            }
        });
        var omitted = new TreeSet<String>();
        sent.getOrDefault("omitted", List.of()).stream().filter(code -> !Typed.isBlank(code))
                .forEach(code -> (code.matches("\\w{1,10}") && omitted.size() < MOST ? omitted : strange).add(code));
        return new AdaptationForm(omitted, figures, sent.getFirst("reason"), sent.getFirst("date"), sent.getFirst("time"),
                sent.getFirst("seen"), strange);
    }

    /** To go on from what a county asks less of now; {@code newest} is the last revision that there is. */
    static AdaptationForm of(Adaptation before, int newest) {
        return new AdaptationForm(Set.of(), Map.of(), "", "", "", String.valueOf(newest), Set.of()).with(before, null);
    }

    /** The same asking for something else, from a moment to come (null: at once). */
    AdaptationForm with(Adaptation adaptation, Instant from) {
        var figures = new TreeMap<String, String>();
        adaptation.relaxed()
                .forEach((code, values) -> values.forEach((name, value) -> figures.put(code + "." + name, ParameterForm.plain(value))));
        var at = from == null ? null : from.atZone(Dates.ZONE);
        return new AdaptationForm(adaptation.omitted(), figures, reason, at == null ? "" : at.toLocalDate().toString(),
                at == null ? "" : at.toLocalTime().toString(),
                seen, Set.of());
    }

    /**
     * What is meant, also what no list has, so that it is refused by name; what cannot be read is rejected, a figure that is
     * the province's own is nothing.
     */
    Adaptation adaptation(ListContent content, BindingResult binding) {
        var relaxed = new TreeMap<String, Map<String, Double>>();
        figures.forEach((field, typed) -> {
            if (!Typed.plain(typed).isEmpty()) {
                var code = field.substring(0, field.indexOf('.'));
                var name = field.substring(code.length() + 1);
                var province = content.item(code).map(item -> item.parameters().get(name)).map(parameter -> parameter.value());
                Typed.number(typed).ifPresentOrElse(value -> {
                    if (!province.equals(Optional.of(value))) {
                        relaxed.computeIfAbsent(code, key -> new LinkedHashMap<>()).put(name, value);
                    }
                }, () -> binding.rejectValue(field, "adaptation.figure", new Object[]{code}, null));
            }
        });
        var left = new TreeSet<>(omitted);
        strange.stream().limit(NAMED).forEach(name -> left.add(shown(name)));
        return new Adaptation(left, relaxed);
    }

    private static String shown(String name) {
        return name.codePoints().filter(point -> Typed.isClean(Character.toString(point), 1, false)).limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Rejects a reason or a time that cannot be taken. */
    void check(BindingResult binding, Instant now) {
        if (reason == null || reason.isBlank()) {
            binding.rejectValue("reason", "condition.list.no-reason");
        } else if (!Typed.isClean(reason, 500, true)) {
            binding.rejectValue("reason", "adaptation.reason.long");
        }
        PublicationForm.checkTime(date, time, binding);
        if (from().filter(now::isAfter).isPresent()) {
            binding.rejectValue("date", "condition.list.past");
        }
    }

    /** Empty where it is to be at once, or cannot be read. */
    Optional<Instant> from() {
        return PublicationForm.from(date, time);
    }

    int revision() {
        return Typed.whole(seen).orElse(-1);
    }

    String figure(String code, String name) {
        return figures.getOrDefault(code + "." + name, "");
    }
}
