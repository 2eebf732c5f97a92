package org.fugong.condition.file;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Deferral;
import org.fugong.condition.Example;
import org.fugong.condition.Handling;
import org.fugong.condition.ListContent;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Fact;
import org.fugong.rule.Parameter;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes the list of a level as a file in the shape of {@code data/conditions.yaml}, which {@link ListReading} reads back
 * without a difference.
 */
public final class ListWriting {

    private static final DumpSettings SETTINGS = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false)
            .setDereferenceAliases(true).build();

    private ListWriting() {
    }

    public static byte[] of(ListContent content, RiskLevel level) {
        return new Dump(SETTINGS).dumpToString(parts(
                "units", named(content.units(), unit -> parts("zh", unit.zh(), "en", unit.en(), "en_one", unit.enOne())),
                "facts", content.facts().stream().collect(ordered(Fact::name, ListWriting::fact)),
                "categories",
                content.categories().stream()
                        .collect(ordered(Category::code, one -> parts("title", one.title(), "title_en", one.titleEn()))),
                "conditions", content.items().stream().map(item -> item(item, level)).toList(),
                "examples", content.examples().stream().map(ListWriting::example).toList())).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> fact(Fact fact) {
        return parts("type", name(fact.type()), "unit", fact.unit(), "label", fact.label(), "label_en", fact.labelEn(), "options",
                fact.options(),
                "derived", fact.derived() ? true : null);
    }

    private static Map<String, Object> item(ConditionItem item, RiskLevel level) {
        return parts("code", item.code(), "category", item.category(), "title", item.title(), "title_en", item.titleEn(), "ask", item.ask(),
                "ask_en", item.askEn(), "help", item.help(), "help_en", item.helpEn(),
                "answer", parts("type", name(item.answer()), "unit", item.unit(), "options", item.options()), "when", item.when(),
                "params", named(item.parameters(), ListWriting::parameter), "rule", item.rule(), "evidence", item.evidence(), "evidence_en",
                item.evidenceEn(),
                "levels", parts(name(level), name(item.use())), "veto", item.veto() ? true : null,
                "defer", item.deferral() == null ? null : deferral(item.deferral()), "handling", handling(item.handling()), "basis",
                item.basis());
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        return parts("value", number(parameter.value()), "unit", parameter.unit(), "relax", name(parameter.relax()), "min",
                number(parameter.min()),
                "max", number(parameter.max()), "label", parameter.label(), "label_en", parameter.labelEn());
    }

    private static Map<String, Object> deferral(Deferral deferral) {
        return deferral.untilEpidemicEnd()
                ? parts("until", "EPIDEMIC_END", "plus_days", deferral.plusDays())
                : parts("max_days", deferral.maxDays());
    }

    private static Map<String, Object> handling(Handling handling) {
        return parts("process", handling.process(), "process_en", handling.processEn(), "materials", handling.materials(),
                "materials_en", handling.materialsEn(), "time", handling.time(), "time_en", handling.timeEn());
    }

    private static Map<String, Object> example(Example example) {
        return parts("name", example.name(), "facts", named(example.facts(), ListWriting::number), "answers",
                named(example.answers(), ListWriting::number),
                "expected", named(example.expected(), ListWriting::name));
    }

    /** The parts that there are, in this order. */
    private static Map<String, Object> parts(Object... namesAndValues) {
        var parts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null && !(value instanceof Collection<?> list && list.isEmpty())
                    && !(value instanceof Map<?, ?> map && map.isEmpty())) {
                parts.put((String) namesAndValues[i], value);
            }
        }
        return parts;
    }

    private static <T> Map<String, Object> named(Map<String, T> values, Function<T, Object> written) {
        return values.entrySet().stream().collect(ordered(Map.Entry::getKey, entry -> written.apply(entry.getValue())));
    }

    private static <T> Collector<T, ?, Map<String, Object>> ordered(Function<T, String> name, Function<T, Object> written) {
        return Collectors.toMap(name, written, (one, other) -> one, LinkedHashMap::new);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A whole number is written without a decimal point. */
    private static Object number(Object value) {
        return value instanceof Double number && number == Math.rint(number) ? (Object) number.longValue() : value;
    }
}
