package org.fugong.condition.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.condition.Adaptation;
import org.fugong.condition.CountyAdaptation;
import org.fugong.condition.ListContent;
import org.fugong.web.Typed;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;

/** What a county asks less of, as typed: the conditions left out, and figures by "condition.parameter"; an empty figure is the province's. */
record AdaptationForm(Set<String> omitted, Map<String, String> figures, String reason, String date, String time, String seen) {

    private static final int MOST = 500;

    /** Everything that was sent and may be meant, also what no list has, so that it can be refused by name. */
    static AdaptationForm of(MultiValueMap<String, String> sent) {
        var figures = new TreeMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.matches("\\w{1,10}\\.\\w{1,30}") && figures.size() < MOST) {
                figures.put(name, values.getFirst());
            }
        });
        var omitted = new TreeSet<String>();
        sent.getOrDefault("omitted", List.of()).stream().filter(code -> code.matches("\\w{1,10}")).limit(MOST).forEach(omitted::add);
        return new AdaptationForm(omitted, figures, sent.getFirst("reason"), sent.getFirst("date"), sent.getFirst("time"), sent.getFirst("seen"));
    }

    static AdaptationForm of(CountyAdaptation newest) {
        var figures = new TreeMap<String, String>();
        if (newest != null) {
            newest.adaptation().relaxed().forEach((code, values) -> values.forEach((name, value) ->
                    figures.put(code + "." + name, ParameterForm.plain(value))));
        }
        return new AdaptationForm(newest == null ? Set.of() : newest.adaptation().omitted(), figures, "", "", "",
                String.valueOf(newest == null ? 0 : newest.revision()));
    }

    /** What is meant; a figure that cannot be read is rejected, one that is the province's own is nothing. */
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
                }, () -> binding.rejectValue(field, "adaptation.figure", new Object[] {code}, null));
            }
        });
        return new Adaptation(new TreeSet<>(omitted), relaxed);
    }

    int revision() {
        return Typed.whole(seen).orElse(-1);
    }

    String figure(String code, String name) {
        return figures.getOrDefault(code + "." + name, "");
    }
}
