package org.fugong.condition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.condition.AdaptationImpacts;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.Impact;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom it touches in the own county that it asks less: as foreseen the last time, beside what came when it took effect. */
@Controller
@RequestMapping("/admin/adaptations/{level:LOW|MEDIUM|HIGH}/impact")
class AdaptationImpactController {

    private final AdaptationImpacts impacts;
    private final ConditionLists lists;
    private final ImpactPages pages;

    AdaptationImpactController(AdaptationImpacts impacts, ConditionLists lists, ImpactPages pages) {
        this.impacts = impacts;
        this.lists = lists;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable RiskLevel level, Actor actor, Locale locale, Model model) {
        var foreseen = impacts.last(level, Impact.Phase.FORESEEN, actor);
        var seen = impacts.last(level, Impact.Phase.SEEN, actor)
                .filter(impact -> foreseen.isEmpty() || impact.adaptationId().equals(foreseen.get().adaptationId()));
        var content = foreseen.or(() -> seen).flatMap(impact -> lists.findById(impact.listId())).map(ConditionList::content);
        content.ifPresent(found -> pages.summary(foreseen.orElse(null), seen.orElse(null), found, locale, model));
        model.addAttribute("level", level).addAttribute("base", base(level));
        return "condition/adaptation-impact";
    }

    @GetMapping("/firms")
    String firms(@PathVariable RiskLevel level, @RequestParam(defaultValue = "FORESEEN") String phase, @RequestParam(required = false) String code,
                 @RequestParam(defaultValue = "") String after, Actor actor, Locale locale, Model model) {
        model.addAttribute("base", base(level));
        return impact(level, phase, actor).map(impact -> pages.firms(impact, code, after, null, locale, model)).orElse("redirect:" + base(level));
    }

    @GetMapping("/firms.csv")
    void download(@PathVariable RiskLevel level, @RequestParam(defaultValue = "FORESEEN") String phase, Actor actor, Locale locale,
                  HttpServletResponse response) throws IOException {
        pages.download(impact(level, phase, actor), base(level), locale, response);
    }

    private Optional<Impact> impact(RiskLevel level, String phase, Actor actor) {
        return impacts.last(level, phase.equals("SEEN") ? Impact.Phase.SEEN : Impact.Phase.FORESEEN, actor);
    }

    private static String base(RiskLevel level) {
        return "/admin/adaptations/" + level + "/impact";
    }
}
