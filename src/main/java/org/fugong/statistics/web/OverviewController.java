package org.fugong.statistics.web;

import java.util.List;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.account.Waiting;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.statistics.CountyWork;
import org.fugong.statistics.Overview;
import org.fugong.statistics.Work;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where admins begin: what is under way in the county, or in the counties of the province, by their codes and in no other order. */
@Controller
class OverviewController {

    private final Overview overview;
    private final DeskReading reading;
    private final Regions regions;
    private final Waiting waiting;

    OverviewController(Overview overview, DeskReading reading, Regions regions, Waiting waiting) {
        this.overview = overview;
        this.reading = reading;
        this.regions = regions;
        this.waiting = waiting;
    }

    /** A county of the table with what is under way there. */
    record Row(County county, CountyWork work) {
    }

    @GetMapping("/admin")
    String overview(Actor actor, Locale locale, Model model) {
        if (actor.role().ofCounty()) {
            model.addAttribute("waiting", waiting.of(actor));
            return shown(actor.scope(), null, locale, model);
        }
        model.addAttribute("waiting", waiting.of(actor))
                .addAttribute("works", Work.values())
                .addAttribute("onTime", overview.onTime(reading.counties(actor)))
                .addAttribute("rows", overview.work(reading.counties(actor)).stream()
                        .map(work -> new Row(regions.county(work.county()).orElseThrow(), work)).toList());
        return "statistics/province";
    }

    /** One county of the province. */
    @GetMapping("/admin/counties/{county:\\d{6}}")
    String county(@PathVariable String county, Actor actor, Locale locale, Model model) {
        var own = reading.county(actor, county);
        return shown(own, own, locale, model);
    }

    /** @param named the county as the addresses of the desk name it, null where its reader has only one */
    private String shown(String county, String named, Locale locale, Model model) {
        model.addAttribute("place", regions.name(county, locale).orElse(""))
                .addAttribute("code", county)
                .addAttribute("named", named)
                .addAttribute("works", Work.values())
                .addAttribute("work", overview.work(List.of(county)).getFirst())
                .addAttribute("onTime", overview.onTime(List.of(county)))
                .addAttribute("filings", overview.filings(county))
                .addAttribute("checks", overview.checks(county))
                .addAttribute("duties", overview.duties(county));
        return "statistics/county";
    }
}
