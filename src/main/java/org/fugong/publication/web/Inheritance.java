package org.fugong.publication.web;

import java.util.List;
import java.util.Locale;
import org.fugong.adaptation.AdaptationConflict;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.ParameterForm;
import org.fugong.condition.page.RedLine;

/** What a new version leaves behind of a county's adaptation, as a page tells it. */
final class Inheritance {

    private Inheritance() {
    }

    /**
     * One thing left behind: the item, the figure where it is about one, what the county had, and what the province asks
     * now; {@code field} is empty where nothing is left to decide but to ask what the province asks.
     */
    record Line(String code, String title, String label, String unit, String had, String province, String relax,
            AdaptationConflict.Kind kind, String field) {
    }

    /** {@code known} are the list and those before it, newest first. */
    static List<Line> lines(List<AdaptationConflict> conflicts, List<ListContent> known, Locale locale) {
        return conflicts.stream().map(conflict -> line(conflict, known, locale)).toList();
    }

    private static Line line(AdaptationConflict conflict, List<ListContent> contents, Locale locale) {
        var now = contents.getFirst();
        var item = contents.stream().flatMap(content -> content.item(conflict.code()).stream()).findFirst();
        var title = item.map(known -> known.title(locale)).orElse("");
        if (conflict.parameter() == null) {
            return new Line(conflict.code(), title, null, null, null, null, null, conflict.kind(), "");
        }
        var asked = now.item(conflict.code()).map(ConditionItem::parameters).map(parameters -> parameters.get(conflict.parameter()));
        var known = contents.stream().flatMap(content -> content.item(conflict.code()).map(ConditionItem::parameters)
                .map(parameters -> parameters.get(conflict.parameter())).stream()).findFirst();
        return new Line(conflict.code(), title, known.map(parameter -> parameter.label(locale)).orElse(conflict.parameter()),
                known.map(parameter -> RedLine.unit(parameter.unit(), now, locale)).orElse(null), ParameterForm.plain(conflict.value()),
                asked.map(parameter -> ParameterForm.plain(parameter.value())).orElse(null),
                asked.map(parameter -> parameter.relax().name()).orElse(null),
                conflict.kind(), asked.isPresent() ? conflict.code() + "." + conflict.parameter() : "");
    }
}
