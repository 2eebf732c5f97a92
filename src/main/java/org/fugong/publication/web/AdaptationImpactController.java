package org.fugong.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.condition.ConditionLists;
import org.fugong.impact.AdaptationImpacts;
import org.fugong.impact.Impact;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom it touches in the own county that it asks less: as foreseen, beside what came when it took effect. */
@Controller
@RequestMapping("/admin/adaptations/{level:LOW|MEDIUM|HIGH}/impact")
class AdaptationImpactController {

    private final AdaptationImpacts impacts;
    private final CountyAdaptations adaptations;
    private final ConditionLists lists;
    private final ImpactPages pages;

    AdaptationImpactController(AdaptationImpacts impacts, CountyAdaptations adaptations, ConditionLists lists, ImpactPages pages) {
        this.impacts = impacts;
        this.adaptations = adaptations;
        this.lists = lists;
        this.pages = pages;
    }

    @GetMapping({"", "/{revision:\\d{1,9}}"})
    String show(@PathVariable RiskLevel level, @PathVariable(required = false) Integer revision, Actor actor, Locale locale, Model model) {
        var foreseen = impact(level, revision, Impact.Phase.FORESEEN, actor);
        var seen = impact(level, revision, Impact.Phase.SEEN, actor)
                .filter(impact -> foreseen.isEmpty() || impact.adaptationId().equals(foreseen.get().adaptationId()));
        foreseen.or(() -> seen).flatMap(impact -> lists.findById(impact.listId()))
                .ifPresent(list -> pages.summary(foreseen.orElse(null), seen.orElse(null), list, locale, model));
        model.addAttribute("level", level).addAttribute("base", base(level, revision));
        return "publication/adaptation-impact";
    }

    @GetMapping({"/firms", "/{revision:\\d{1,9}}/firms"})
    String firms(@PathVariable RiskLevel level, @PathVariable(required = false) Integer revision,
            @RequestParam(defaultValue = "FORESEEN") String phase,
            @RequestParam(required = false) String code, @RequestParam(defaultValue = "") String after, Actor actor, Locale locale,
            Model model) {
        model.addAttribute("base", base(level, revision));
        return impact(level, revision, phase(phase), actor).flatMap(impact -> lists.findById(impact.listId())
                .map(list -> pages.firms(impact, code, after, list.version(), locale, model)))
                .orElse("redirect:" + base(level, revision));
    }

    @GetMapping({"/firms.csv", "/{revision:\\d{1,9}}/firms.csv"})
    void download(@PathVariable RiskLevel level, @PathVariable(required = false) Integer revision,
            @RequestParam(defaultValue = "FORESEEN") String phase,
            Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        pages.download(impact(level, revision, phase(phase), actor), base(level, revision), locale, response);
    }

    /** That of a recorded revision; without one the last that was looked at. */
    private Optional<Impact> impact(RiskLevel level, Integer revision, Impact.Phase phase, Actor actor) {
        return revision == null
                ? impacts.last(level, phase, actor)
                : adaptations.findByCountyAndLevelAndRevision(actor.scope(), level, revision)
                        .flatMap(recorded -> impacts.of(recorded, phase));
    }

    private static Impact.Phase phase(String name) {
        return name.equals("SEEN") ? Impact.Phase.SEEN : Impact.Phase.FORESEEN;
    }

    private static String base(RiskLevel level, Integer revision) {
        return "/admin/adaptations/" + level + "/impact" + (revision == null ? "" : "/" + revision);
    }
}
