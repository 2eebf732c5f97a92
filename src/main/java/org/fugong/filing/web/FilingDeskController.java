package org.fugong.filing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyList;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.Industry;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingDecision;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.filing.OwedItem;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.rule.Fact;
import org.fugong.rule.Finding;
import org.fugong.web.NotFound;
import org.fugong.web.Versioned;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The filings of the official's county: the queue, everything that was filed, and the reply to an application. */
@Controller
@RequestMapping("/desk/filings")
class FilingDeskController {

    private final FilingQueue queue;
    private final FilingListing listing;
    private final Filings filings;
    private final FilingDecision decision;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final Industries industries;
    private final Obligations obligations;
    private final Trail trail;

    FilingDeskController(FilingQueue queue, FilingListing listing, Filings filings, FilingDecision decision, Applicability applicability,
            RiskLevels levels, Industries industries, Obligations obligations, Trail trail) {
        this.queue = queue;
        this.listing = listing;
        this.filings = filings;
        this.decision = decision;
        this.applicability = applicability;
        this.levels = levels;
        this.industries = industries;
        this.obligations = obligations;
        this.trail = trail;
    }

    @GetMapping
    String queue(Actor actor, @ModelAttribute("filter") FilingFilter filter, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Locale locale, Model model) {
        var page = queue.page(actor.scope(), filter, after, before);
        var lowRisk = levels.now(actor.scope()).regime() == Regime.NOTICE;
        model.addAttribute("page", page)
                .addAttribute("tally", queue.tally(actor.scope(), filter))
                .addAttribute("bar", listing.filters(filter, locale))
                .addAttribute("table", listing.table(page.rows(), filter.newest(), lowRisk, locale))
                .addAttribute("lowRisk", lowRisk);
        return "filing/desk-queue";
    }

    @GetMapping("/{no}")
    String show(Actor actor, @PathVariable String no, Model model) {
        return page(filing(actor, no), new RefusalForm(Map.of()), model);
    }

    /** The address of a form that was sent and came back, opened anew: in another language, say. */
    @GetMapping({"/{no}/permission", "/{no}/refusal"})
    String again(@PathVariable String no) {
        return "redirect:/desk/filings/" + no;
    }

    @PostMapping("/{no}/permission")
    String permit(Actor actor, @PathVariable String no, Model model, HttpServletResponse response) {
        return decide(actor, no, () -> decision.permit(actor, no), new RefusalForm(Map.of()), model, response);
    }

    @PostMapping("/{no}/refusal")
    String refuse(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        var filing = filing(actor, no);
        var form = RefusalForm.typed(typed);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "refusal");
        var reasons = form.reasons(decision.grounds(filing), decision.foreign(actor, filing, form.reasons().keySet()), binding);
        if (binding.hasErrors()) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "refusal", binding);
            return page(filing, form, model);
        }
        return decide(actor, no, () -> decision.refuse(actor, no, reasons), form, model, response);
    }

    /** The second of two who decide at once sees what the first did, with the reasons still in their fields. */
    private String decide(Actor actor, String no, Runnable act, RefusalForm form, Model model, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/desk/filings/" + no;
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", true);
            return page(filing(actor, no), form, model);
        }
    }

    private Filing filing(Actor actor, String no) {
        return filings.findByNoAndCounty(no, actor.scope()).orElseThrow(NotFound::new);
    }

    private String page(Filing filing, RefusalForm form, Model model) {
        var list = applicability.listOf(filing);
        var lowRisk = levels.now(filing.county()).regime() == Regime.NOTICE;
        model.addAttribute("filing", filing)
                .addAttribute("list", list)
                .addAttribute("filed", new Versioned<>(List.of(filing.id(), filing.version()), filed(filing, list)))
                .addAttribute("refusable", decision.grounds(filing))
                .addAttribute("reasons", form.reasons())
                .addAttribute("lowRisk", lowRisk)
                .addAttribute("decidable", filing.state() == FilingState.SUBMITTED && !lowRisk)
                .addAttribute("verified", filing.checkedAfterwards())
                .addAttribute("duties", obligations.findByFilingIdAndState(filing.id(), Obligation.State.OPEN))
                .addAttribute("history", trail.of("filing:" + filing.id()));
        return "filing/desk";
    }

    /** A filing with its list, the facts that it asks for, and what was found and is owed, by the code of the item. */
    record Filed(Filing filing, CountyList list, List<Fact> asked, Industry industry, Map<String, Finding> findings,
            Map<String, OwedItem> owed) {
    }

    private Filed filed(Filing filing, CountyList list) {
        return new Filed(filing, list, FilingFacts.asked(list), industries.division(filing.heading().industry()).orElse(null),
                filing.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding)),
                filing.owed().stream().collect(Collectors.toMap(OwedItem::code, item -> item)));
    }
}
