package org.fugong.publication.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.adaptation.Adaptation;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.ParameterForm;
import org.fugong.condition.page.RedLine;

/** The province's list as a county admin adapts it: what it asks, what the county asks instead, and what a revision changes. */
final class AdaptationPage {

    private AdaptationPage() {
    }

    /** A heading and its conditions. */
    record Section(Category category, List<Row> rows) {
    }

    /** A condition with its figures; a veto condition cannot be left out. */
    record Row(ConditionItem item, boolean omitted, List<Figure> figures) {
    }

    /** A figure: the field on the page, the province's value, and what was typed for the county. */
    record Figure(String field, String label, String unit, String relax, String province, String typed) {
    }

    /** A difference between two revisions; without a label it is about the condition as a whole. */
    record Line(String code, String title, String label, String province, String was, String now) {
    }

    static List<Section> sections(ListContent content, AdaptationForm form, Locale locale) {
        return content.categories().stream()
                .map(category -> new Section(category, content.itemsOf(category).stream()
                        .map(item -> new Row(item, form.omitted().contains(item.code()), figures(content, item, form, locale))).toList()))
                .filter(section -> !section.rows().isEmpty()).toList();
    }

    private static List<Figure> figures(ListContent content, ConditionItem item, AdaptationForm form, Locale locale) {
        return item.parameters().entrySet().stream()
                .map(named -> new Figure(item.code() + "." + named.getKey(), named.getValue().label(locale),
                        RedLine.unit(named.getValue().unit(), content, locale), named.getValue().relax().name(),
                        ParameterForm.plain(named.getValue().value()), form.figure(item.code(), named.getKey())))
                .toList();
    }

    /** What changes from one adaptation of a list to another, condition by condition. */
    static List<Line> between(ListContent content, Adaptation before, Adaptation after, Locale locale) {
        return content.items().stream().flatMap(item -> {
            var whole = before.omitted().contains(item.code()) == after.omitted().contains(item.code())
                    ? Stream.<Line>empty()
                    : Stream.of(new Line(item.code(), item.title(locale), null, null, kept(before, item), kept(after, item)));
            return Stream.concat(whole, item.parameters().entrySet().stream().map(named -> new Line(item.code(), item.title(locale),
                    named.getValue().label(locale), ParameterForm.plain(named.getValue().value()),
                    value(before, item, named.getKey()), value(after, item, named.getKey())))
                    .filter(line -> !line.was().equals(line.now())));
        }).toList();
    }

    private static String kept(Adaptation adaptation, ConditionItem item) {
        return adaptation.omitted().contains(item.code()) ? "not-asked" : "asked";
    }

    private static String value(Adaptation adaptation, ConditionItem item, String name) {
        var county = adaptation.value(item.code(), name);
        return ParameterForm.plain(county == null ? item.parameters().get(name).value() : county);
    }
}
