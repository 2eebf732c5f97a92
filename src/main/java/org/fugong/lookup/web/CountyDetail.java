package org.fugong.lookup.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.Deferral;
import org.fugong.region.County;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.AnswerType;
import org.fugong.rule.RelaxDirection;
import org.fugong.web.Dates;

/** A county at a moment ({@code on}) by what was known at another, for other systems; what there was not is null. */
record CountyDetail(String code, String name, String nameEn, String prefecture, OffsetDateTime on, OffsetDateTime known, RiskLevel level,
        OffsetDateTime since, String notice, Regime regime, Integer listVersion, String listLabel, OffsetDateTime listEffectiveAt,
        String listBasis,
        List<Item> items) {

    record Item(String code, String title, String titleEn, String category, String ask, String askEn, AnswerType answer, String unit,
            String when,
            String rule, String requirement, Map<String, Figure> parameters, List<String> evidence, ConditionUse use, boolean veto,
            Deferral deferral,
            String basis) {
    }

    /** A parameter in force here; {@code provincial} is the province's value where the county asks less. */
    record Figure(double value, String unit, RelaxDirection relax, String label, Double provincial) {
    }

    static CountyDetail of(County county, AsOf asked, CountyLevel level, CountyList list, Locale locale) {
        var on = time(asked.on().instant());
        var known = time(asked.known().instant());
        if (level == null) {
            return new CountyDetail(county.code(), county.name(), county.nameEn(), county.prefecture(), on, known, null, null, null, null,
                    null, null,
                    null, null, List.of());
        }
        var since = time(level.since());
        if (list == null) {
            return new CountyDetail(county.code(), county.name(), county.nameEn(), county.prefecture(), on, known, level.level(), since,
                    level.notice(),
                    level.regime(), null, null, null, null, List.of());
        }
        return new CountyDetail(county.code(), county.name(), county.nameEn(), county.prefecture(), on, known, level.level(), since,
                level.notice(),
                level.regime(), list.version(), list.versionLabel(), time(list.effectiveAt()), list.basis(),
                list.items().stream().map(item -> item(list, item, locale)).toList());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(Dates.ZONE).toOffsetDateTime();
    }

    private static Item item(CountyList list, ConditionItem item, Locale locale) {
        var provincial = list.provincialValues().getOrDefault(item.code(), Map.of());
        var figures = new LinkedHashMap<String, Figure>();
        item.parameters().forEach((name, parameter) -> figures.put(name, new Figure(parameter.value(), parameter.unit(), parameter.relax(),
                parameter.label(locale), provincial.get(name))));
        return new Item(item.code(), item.title(), item.titleEn(), item.category(), item.ask(), item.askEn(), item.answer(), item.unit(),
                item.when(),
                item.rule(), list.requirement(item.code(), locale), figures, item.evidence(), item.use(), item.veto(), item.deferral(),
                item.basis());
    }
}
