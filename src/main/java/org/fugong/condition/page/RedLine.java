package org.fugong.condition.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListComparison;
import org.fugong.condition.ListComparison.Change;
import org.fugong.condition.ListContent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The differences between two lists in the words of the editor: field by field, as it was and as it is now. */
@Component
public class RedLine {

    static final String CHINA = "zh-CN";

    private final MessageSource messages;

    RedLine(MessageSource messages) {
        this.messages = messages;
    }

    /** Texts of a list that there are in each language, and texts that there are in Chinese only. */
    private static final Set<String> CHINESE = Set.of("title", "ask", "help", "options", "evidence", "process", "materials", "time",
            "basis", "label", "zh");

    /** What stands in a list for its English pages. */
    private static final Set<String> ENGLISH = Set.of("titleEn", "askEn", "helpEn", "evidenceEn", "processEn", "materialsEn", "timeEn",
            "labelEn", "en", "enOne");

    /**
     * One field that differs; {@code was} or {@code now} is {@code null} where it was not or is no more there,
     * {@code lang} where both are in the language of the reader.
     */
    public record Row(String label, String was, String now, String lang) {
    }

    /** What happened to one condition, or (without a code) to something else that a version says. */
    public record Entry(String code, String title, ListComparison.Kind kind, List<Row> rows) {

        public String headline() {
            return code == null ? title : code + " " + title;
        }
    }

    static String lang(String field) {
        var name = field.replaceFirst("\\..*", "");
        return CHINESE.contains(name) ? CHINA : ENGLISH.contains(name) ? "en" : null;
    }

    public List<Entry> between(ListContent before, ListContent after, Locale locale) {
        return ListComparison.between(before, after).stream().map(change -> new Entry(change.code(), change.item().title(locale),
                change.kind(), rows(change, after, locale))).toList();
    }

    /** All that a condition says, field by field. */
    public List<Row> of(ConditionItem item, ListContent content, Locale locale) {
        return between(content.withItems(List.of()), content.withItems(List.of(item)), locale).getFirst().rows();
    }

    private List<Row> rows(Change change, ListContent content, Locale locale) {
        return change.fields().stream().map(field -> row(field, change.item(), content, locale)).toList();
    }

    public Row row(ListComparison.Field field, ConditionItem item, ListContent content, Locale locale) {
        return new Row(label(field.name(), item, locale), value(field.name(), field.before(), content, locale),
                value(field.name(), field.after(), content, locale),
                lang(field.name()));
    }

    private String label(String field, ConditionItem item, Locale locale) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            return say(field.equals("veto") ? "lists.veto" : "listItem." + field, locale);
        }
        var parameter = item.parameters().get(field.substring(dot + 1));
        return say("listItem." + field.substring(0, dot) + ".of", locale,
                parameter == null ? field.substring(dot + 1) : parameter.label(locale));
    }

    private String value(String field, String value, ListContent content, Locale locale) {
        if (value == null) {
            return null;
        }
        return switch (field.replaceFirst("\\..*", "")) {
            case "category" -> content.categories().stream().filter(one -> one.code().equals(value)).findFirst()
                    .map((Category one) -> one.title(locale)).orElse(value);
            case "unit" -> unit(value, content, locale);
            case "answer" -> say("listItem.answer." + value, locale);
            case "use" -> say("condition.use." + value, locale);
            case "relax" -> say("listItem.relax." + value, locale);
            case "veto" -> say(value.equals("true") ? "form.yes" : "form.no", locale);
            case "deferral" -> value.startsWith("EPIDEMIC_END+")
                    ? say("listItem.deferral.epidemic", locale, value.substring(13))
                    : say("listItem.deferral.days", locale, value);
            default -> value;
        };
    }

    public static String unit(String unit, ListContent content, Locale locale) {
        var known = content.units().get(unit);
        return known == null ? unit : locale.getLanguage().equals("en") ? known.en() : known.zh();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
