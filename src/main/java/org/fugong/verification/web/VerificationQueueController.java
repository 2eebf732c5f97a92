package org.fugong.verification.web;

import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.filing.Filings;
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

/** The verifications of the official's county, and the way to the one of a filing. */
@Controller
class VerificationQueueController {

    private final VerificationQueue queue;
    private final Verifications verifications;
    private final Filings filings;
    private final RiskLevels levels;
    private final VerificationListing listing;

    VerificationQueueController(VerificationQueue queue, Verifications verifications, Filings filings, RiskLevels levels,
            VerificationListing listing) {
        this.queue = queue;
        this.verifications = verifications;
        this.filings = filings;
        this.levels = levels;
        this.listing = listing;
    }

    @GetMapping("/desk/verifications")
    String queue(Actor actor, @RequestParam(required = false) String state, @RequestParam(required = false) String q,
            @RequestParam(required = false) String after, @RequestParam(required = false) String before,
            Locale locale, Model model) {
        var filter = new VerificationFilter(state, q);
        var page = queue.page(actor.scope(), filter, Cursor.byDay(after, before));
        var lowRisk = levels.now(actor.scope()).level() == RiskLevel.LOW;
        model.addAttribute("filter", filter);
        model.addAttribute("bar", listing.filters(filter));
        model.addAttribute("page", page);
        model.addAttribute("table", listing.table(page.rows(), lowRisk, locale));
        model.addAttribute("tally", queue.tally(actor.scope(), filter));
        model.addAttribute("lowRisk", lowRisk);
        return "verification/queue";
    }

    @GetMapping("/desk/filings/{no}/verification")
    String ofFiling(Actor actor, @PathVariable String no) {
        var verification = filings.findByNoAndCounty(no, actor.scope())
                .flatMap(filing -> verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), actor.scope()))
                .orElseThrow(NotFound::new);
        return "redirect:/desk/verifications/" + verification.id();
    }
}
