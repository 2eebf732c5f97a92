package org.fugong.condition.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.condition.ContentComparison;
import org.fugong.condition.ListComparison;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.RedLine.Entry;
import org.fugong.condition.page.RedLine.Row;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The differences between two versions of a list in all that they say: legal basis, conditions, headings, facts, units, examples. */
@Component
public class WholeRedLine {

    private final RedLine redLine;
    private final MessageSource messages;

    WholeRedLine(RedLine redLine, MessageSource messages) {
        this.redLine = redLine;
        this.messages = messages;
    }

    /** Everything that differs between two versions: their legal basis, their conditions, and what stands around these. */
    public List<Entry> between(String basisBefore, ListContent before, String basisAfter, ListContent after, Locale locale) {
        return Stream
                .of(basis(basisBefore, basisAfter, locale).stream(), redLine.between(before, after, locale).stream(),
                        around(before, after, locale).stream())
                .flatMap(entries -> entries).toList();
    }

    private List<Entry> basis(String before, String after, Locale locale) {
        return before.equals(after)
                ? List.of()
                : List.of(new Entry(null, say("publication.basis", locale), ListComparison.Kind.CHANGED,
                        List.of(new Row(say("publication.basis", locale), before, after, RedLine.CHINA))));
    }

    private List<Entry> around(ListContent before, ListContent after, Locale locale) {
        return ContentComparison.between(before, after).stream().map(change -> {
            var content = change.kind() == ListComparison.Kind.REMOVED ? before : after;
            return new Entry(null, say("around." + change.part(), locale, name(change, content, locale)), change.kind(),
                    change.fields().stream().map(field -> around(field, content, locale)).toList());
        }).toList();
    }

    private static String name(ContentComparison.Change change, ListContent content, Locale locale) {
        return switch (change.part()) {
            case HEADING -> change.name() + " " + content.categories().stream().filter(one -> one.code().equals(change.name())).findFirst()
                    .map(one -> one.title(locale)).orElse("");
            case FACT -> fact(change.name(), content, locale);
            case UNIT -> RedLine.unit(change.name(), content, locale);
            case EXAMPLE -> change.name();
        };
    }

    private Row around(ListComparison.Field field, ListContent content, Locale locale) {
        int dot = field.name().indexOf('.');
        var of = field.name().substring(dot + 1);
        var label = dot < 0
                ? say("around." + of, locale)
                : say("around." + field.name().substring(0, dot), locale,
                        field.name().startsWith("fact.") ? fact(of, content, locale) : of);
        return new Row(label, stated(field.name(), field.before(), content, locale), stated(field.name(), field.after(), content, locale),
                RedLine.lang(field.name()));
    }

    private String stated(String field, String value, ListContent content, Locale locale) {
        return value == null
                ? null
                : field.startsWith("expected.")
                        ? say("verdict." + value, locale)
                        : field.equals("type")
                                ? say("listItem.answer." + value, locale)
                                : field.equals("unit")
                                        ? RedLine.unit(value, content, locale)
                                        : value.equals("true") || value.equals("false")
                                                ? say(value.equals("true") ? "form.yes" : "form.no", locale)
                                                : value;
    }

    private static String fact(String name, ListContent content, Locale locale) {
        return content.fact(name).map(fact -> fact.label(locale)).orElse(name);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
