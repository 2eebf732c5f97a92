package org.fugong.condition.web;

import java.util.List;
import java.util.Locale;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.condition.Misfit;

/** What a new version leaves behind of a county's adaptation, as a page tells it. */
final class Inheritance {

    private Inheritance() {
    }

    /**
     * One thing left behind: the item, the figure where it is about one, what the county had, and what the province asks
     * now; {@code field} is empty where nothing is left to decide but to ask what the province asks.
     */
    record Line(String code, String title, String label, String unit, String had, String province, String relax, Misfit.Kind kind, String field) {
    }

    /** {@code before} still knows the names of what is gone. */
    static List<Line> lines(List<Misfit> misfits, ListContent before, ListContent now, Locale locale) {
        return misfits.stream().map(misfit -> line(misfit, before, now, locale)).toList();
    }

    private static Line line(Misfit misfit, ListContent before, ListContent now, Locale locale) {
        var item = now.item(misfit.code()).or(() -> before.item(misfit.code()));
        var title = item.map(known -> known.title(locale)).orElse("");
        if (misfit.parameter() == null) {
            return new Line(misfit.code(), title, null, null, null, null, null, misfit.kind(), "");
        }
        var asked = now.item(misfit.code()).map(ConditionItem::parameters).map(parameters -> parameters.get(misfit.parameter()));
        var known = asked.or(() -> before.item(misfit.code()).map(ConditionItem::parameters).map(parameters -> parameters.get(misfit.parameter())));
        return new Line(misfit.code(), title, known.map(parameter -> parameter.label(locale)).orElse(misfit.parameter()),
                known.map(parameter -> RedLine.unit(parameter.unit(), now, locale)).orElse(null), ParameterForm.plain(misfit.value()),
                asked.map(parameter -> ParameterForm.plain(parameter.value())).orElse(null), asked.map(parameter -> parameter.relax().name()).orElse(null),
                misfit.kind(), asked.isPresent() ? misfit.code() + "." + misfit.parameter() : "");
    }
}
