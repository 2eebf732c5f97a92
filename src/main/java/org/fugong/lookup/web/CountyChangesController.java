package org.fugong.lookup.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.fugong.condition.page.RedLine;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Cursor;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed in a county, for everybody: levels, versions of the lists, what the county asks less of. */
@Controller
@RequestMapping("/counties/{code}/changes")
class CountyChangesController {

    private final Regions regions;
    private final CountyChanges changes;
    private final CountyEditions editions;
    private final CountyRedLine redLine;
    private final ChangeTexts words;
    private final Clock clock;

    CountyChangesController(Regions regions, CountyChanges changes, CountyEditions editions, CountyRedLine redLine, ChangeTexts words,
            Clock clock) {
        this.regions = regions;
        this.changes = changes;
        this.editions = editions;
        this.redLine = redLine;
        this.words = words;
        this.clock = clock;
    }

    /** A change and the conditions it touches. */
    record Row(CountyChange change, boolean coming, List<RedLine.Entry> conditions) {
    }

    @GetMapping
    String all(@PathVariable String code, @RequestParam(required = false) String after, @RequestParam(required = false) String before,
            Locale locale,
            Model model) {
        var county = county(code);
        var now = clock.instant();
        var page = changes.page(county, Cursor.byMoment(after, before), now);
        model.addAttribute("county", county).addAttribute("page", page).addAttribute("feed", "/counties/" + code + "/changes.atom")
                .addAttribute("rows", page.rows().stream()
                        .map(change -> new Row(change, change.comingAfter(now), redLine.of(change, county, locale))).toList());
        return "lookup/changes";
    }

    @GetMapping("/{level:LOW|MEDIUM|HIGH}")
    String comparison(@PathVariable String code, @PathVariable RiskLevel level, @ModelAttribute("editions") EditionsForm form,
            BindingResult binding,
            Locale locale, Model model) {
        var county = county(code);
        var known = editions.of(county, level, clock.instant());
        var choice = new LinkedHashMap<String, String>();
        known.forEach((label, edition) -> choice.put(label, words.edition(label, edition.by(), locale)));
        model.addAttribute("county", county).addAttribute("level", level).addAttribute("choice", choice);
        form.check(known, binding);
        if (!binding.hasErrors() && !form.open()) {
            var from = known.get(form.from());
            var to = known.get(form.to());
            model.addAttribute("sides", List.of(from, to))
                    .addAttribute("conditions", redLine.between(from.edition(), to.edition(), county, locale));
        }
        return "lookup/changes-comparison";
    }

    private County county(String code) {
        return regions.served(code).orElseThrow(NotFound::new);
    }
}
