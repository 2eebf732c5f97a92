package org.fugong.verification.web;

import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.filing.Filings;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.verification.Verifications;
import org.fugong.web.Cursor;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The verifications of a county, and the way to the one of a filing. */
@Controller
class VerificationQueueController {

    private final VerificationQueue queue;
    private final Verifications verifications;
    private final Filings filings;
    private final RiskLevels levels;
    private final VerificationListing listing;
    private final DeskReading reading;
    private final Regions regions;

    VerificationQueueController(VerificationQueue queue, Verifications verifications, Filings filings, RiskLevels levels,
            VerificationListing listing, DeskReading reading, Regions regions) {
        this.queue = queue;
        this.verifications = verifications;
        this.filings = filings;
        this.levels = levels;
        this.listing = listing;
        this.reading = reading;
        this.regions = regions;
    }

    @GetMapping("/desk/verifications")
    String queue(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String state,
            @RequestParam(required = false) String q, @RequestParam(required = false) String due,
            @RequestParam(required = false) String after, @RequestParam(required = false) String before,
            Locale locale, Model model) {
        var filter = new VerificationFilter(named, state, q, due);
        var county = reading.county(actor, named);
        var page = queue.page(county, filter, Cursor.byDay(after, before));
        var lowRisk = levels.now(county).level() == RiskLevel.LOW;
        model.addAttribute("filter", filter);
        model.addAttribute("bar", listing.filters(filter, reading.choice(actor, locale)));
        model.addAttribute("page", page);
        model.addAttribute("table", listing.table(page.rows(), lowRisk, locale));
        model.addAttribute("tally", queue.tally(county, filter));
        model.addAttribute("lowRisk", lowRisk);
        model.addAttribute("place", regions.name(county, locale).orElse(""));
        return "verification/queue";
    }

    @GetMapping("/desk/filings/{no}/verification")
    String ofFiling(Actor actor, @PathVariable String no) {
        var county = reading.countyOf(actor, no);
        var verification = filings.findByNoAndCounty(no, county)
                .flatMap(filing -> verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), county))
                .orElseThrow(NotFound::new);
        return "redirect:/desk/verifications/" + verification.id();
    }
}
