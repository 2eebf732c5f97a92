package org.fugong.condition.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.condition.AnswerType;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.CountyList;
import org.fugong.condition.CountyLists;
import org.fugong.condition.Deferral;
import org.fugong.condition.Relax;
import org.fugong.condition.Use;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Counties, their levels and lists for other systems. */
@RestController
@RequestMapping("/api/v1/counties")
class CountyApi {

    private final Regions regions;
    private final RiskLevels levels;
    private final CountyLists lists;
    private final Clock clock;

    CountyApi(Regions regions, RiskLevels levels, CountyLists lists, Clock clock) {
        this.regions = regions;
        this.levels = levels;
        this.lists = lists;
        this.clock = clock;
    }

    record Summary(String code, String name, String prefecture, RiskLevel level, Regime regime) {
    }

    record Detail(String code, String name, String nameEn, String prefecture, RiskLevel level, OffsetDateTime since, String notice, Regime regime,
            int listVersion, String listLabel, OffsetDateTime listEffectiveAt, String listBasis, List<Item> items) {
    }

    record Item(String code, String title, String titleEn, String category, String ask, String askEn, AnswerType answer, String unit, String when,
            String rule, String requirement, Map<String, Figure> parameters, List<String> evidence, Use use, boolean veto, Deferral deferral,
            String basis) {
    }

    /** A parameter in force here; {@code provincial} is the province's value where the county asks less. */
    record Figure(double value, String unit, Relax relax, String label, Double provincial) {
    }

    @GetMapping
    List<Summary> all() {
        var counties = regions.served();
        var now = levels.now(counties.stream().map(County::code).toList());
        return counties.stream().filter(county -> now.containsKey(county.code())).map(county -> {
            var level = now.get(county.code());
            return new Summary(county.code(), county.name(), county.prefecture(), level.level(), level.regime());
        }).toList();
    }

    @GetMapping("/{code}")
    Detail one(@PathVariable String code, Locale locale) {
        var county = regions.served(code).orElseThrow(NotFound::new);
        var now = clock.instant();
        var level = levels.at(code, now);
        var list = lists.inForce(code, level.level(), now);
        return new Detail(code, county.name(), county.nameEn(), county.prefecture(), level.level(), level.since().atZone(Dates.ZONE).toOffsetDateTime(),
                level.notice(), level.regime(), list.version(), list.versionLabel(), list.effectiveAt().atZone(Dates.ZONE).toOffsetDateTime(),
                list.basis(), list.items().stream().map(item -> item(list, item, locale)).toList());
    }

    private static Item item(CountyList list, ConditionItem item, Locale locale) {
        var provincial = list.provincialValues().getOrDefault(item.code(), Map.of());
        var figures = new LinkedHashMap<String, Figure>();
        item.parameters().forEach((name, parameter) -> figures.put(name, new Figure(parameter.value(), parameter.unit(), parameter.relax(),
                parameter.label(locale), provincial.get(name))));
        return new Item(item.code(), item.title(), item.titleEn(), item.category(), item.ask(), item.askEn(), item.answer(), item.unit(), item.when(),
                item.rule(), list.requirement(item.code(), locale), figures, item.evidence(), item.use(), item.veto(), item.deferral(), item.basis());
    }
}
