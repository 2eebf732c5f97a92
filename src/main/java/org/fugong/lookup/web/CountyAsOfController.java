package org.fugong.lookup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.fugong.adaptation.CountyLists;
import org.fugong.lookup.web.CountyChange.Kind;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What applied in a county on any day, also as it was known on another day. */
@Controller
@RequestMapping("/counties/{code}")
class CountyAsOfController {

    private final Regions regions;
    private final RiskLevels levels;
    private final CountyLists lists;
    private final CountyChanges changes;
    private final Clock clock;

    CountyAsOfController(Regions regions, RiskLevels levels, CountyLists lists, CountyChanges changes, Clock clock) {
        this.regions = regions;
        this.levels = levels;
        this.lists = lists;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping(params = "on")
    String on(@PathVariable String code, @ModelAttribute("asOf") AsOfForm form, BindingResult binding, Locale locale, Model model,
            HttpServletResponse response) {
        var county = regions.served(code).orElseThrow(NotFound::new);
        // every day has such a page; today's is the one to be found
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("county", county);
        form.read(clock.instant(), binding).ifPresent(asked -> show(county, asked, locale, model));
        return "lookup/as-of";
    }

    @GetMapping(params = {"known", "!on"})
    String known(@PathVariable String code, @ModelAttribute("asOf") AsOfForm form, BindingResult binding, Locale locale, Model model,
            HttpServletResponse response) {
        return on(code, form, binding, locale, model, response);
    }

    private void show(County county, AsOf asked, Locale locale, Model model) {
        var on = asked.on();
        var known = asked.known().instant();
        model.addAttribute("asked", asked);
        model.addAttribute("level", null);
        if (!on.exact()) {
            model.addAttribute("within", changes.within(county, on.morning(), on.instant(), known));
        }
        levels.at(county.code(), on.instant(), known).ifPresentOrElse(level -> show(county, level, asked, locale, model),
                () -> first(county, Kind.LEVEL, null, asked, model));
    }

    private void show(County county, CountyLevel level, AsOf asked, Locale locale, Model model) {
        model.addAttribute("level", level);
        lists.inForce(county.code(), level.level(), asked.on().instant(), asked.known().instant()).ifPresentOrElse(
                list -> model.addAttribute("list", list).addAttribute("sections", CountyPage.sections(list, Map.of(), locale)),
                () -> first(county, Kind.LIST, level, asked, model));
    }

    /** When there first was what was looked for in vain, by all that is known now. */
    private void first(County county, Kind kind, CountyLevel level, AsOf asked, Model model) {
        changes.of(kind, county, asked.now()).stream().filter(change -> level == null || change.level() == level.level()).findFirst()
                .ifPresent(change -> model.addAttribute("first", change));
    }
}
