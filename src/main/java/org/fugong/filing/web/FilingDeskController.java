package org.fugong.filing.web;

import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.account.Waiting;
import org.fugong.filing.version.VersionHistory;
import org.fugong.region.Regions;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The filings of a county: the queue and everything that was filed, with the way to what is to be done about it. */
@Controller
@RequestMapping("/desk/filings")
class FilingDeskController {

    private final FilingQueue queue;
    private final FilingListing listing;
    private final DeskFilings filings;
    private final RiskLevels levels;
    private final VersionHistory history;
    private final DeskReading reading;
    private final Regions regions;
    private final Waiting waiting;

    FilingDeskController(FilingQueue queue, FilingListing listing, DeskFilings filings, RiskLevels levels,
            VersionHistory history, DeskReading reading, Regions regions, Waiting waiting) {
        this.queue = queue;
        this.listing = listing;
        this.filings = filings;
        this.levels = levels;
        this.history = history;
        this.reading = reading;
        this.regions = regions;
        this.waiting = waiting;
    }

    @GetMapping
    String queue(Actor actor, @ModelAttribute("filter") FilingFilter filter, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Locale locale, Model model) {
        var county = reading.county(actor, filter.county());
        var page = queue.page(county, filter, after, before);
        var lowRisk = lowRisk(county);
        model.addAttribute("page", page)
                .addAttribute("tally", queue.tally(county, filter))
                .addAttribute("bar", listing.filters(filter, reading.choice(actor, locale), locale))
                .addAttribute("table", listing.table(page.rows(), filter.newest(), lowRisk, locale))
                .addAttribute("lowRisk", lowRisk)
                .addAttribute("place", regions.name(county, locale).orElse(""))
                .addAttribute("acts", reading.acts(actor));
        if (reading.acts(actor) && filter.whole() && after == null && before == null) {
            model.addAttribute("waiting", waiting.of(actor));
        }
        return "filing/desk-queue";
    }

    @GetMapping("/{no}")
    String show(Actor actor, @PathVariable String no, Model model) {
        var heading = filings.heading(actor, no);
        var versions = history.versions(heading.id());
        model.addAttribute("filing", heading)
                .addAttribute("filed", filings.filed(actor, heading))
                .addAttribute("versions", versions)
                .addAttribute("lowRisk", lowRisk(heading.county()))
                .addAttribute("acts", reading.acts(actor))
                .addAttribute("queue", reading.choice(actor).isEmpty() ? "/desk/filings" : "/desk/filings?county=" + heading.county())
                .addAttribute("duties", filings.asked(heading))
                .addAttribute("history", history.steps(versions));
        return "filing/desk";
    }

    private boolean lowRisk(String county) {
        return levels.now(county).regime() == Regime.NOTICE;
    }
}
