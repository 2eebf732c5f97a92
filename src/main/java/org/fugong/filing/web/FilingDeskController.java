package org.fugong.filing.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.account.Waiting;
import org.fugong.audit.Trail;
import org.fugong.filing.FilingDecision;
import org.fugong.filing.FilingState;
import org.fugong.filing.web.DeskFilings.Heading;
import org.fugong.region.Regions;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
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

/** The filings of a county: the queue and everything that was filed, and for its officials the reply to an application. */
@Controller
@RequestMapping("/desk/filings")
class FilingDeskController {

    /** What is sent along by who has seen what will happen. */
    private static final String CONFIRMED = "confirmed";

    private final FilingQueue queue;
    private final FilingListing listing;
    private final DeskFilings filings;
    private final FilingDecision decision;
    private final RiskLevels levels;
    private final Trail trail;
    private final DeskReading reading;
    private final Regions regions;
    private final Waiting waiting;

    FilingDeskController(FilingQueue queue, FilingListing listing, DeskFilings filings, FilingDecision decision, RiskLevels levels,
            Trail trail, DeskReading reading, Regions regions, Waiting waiting) {
        this.queue = queue;
        this.listing = listing;
        this.filings = filings;
        this.decision = decision;
        this.levels = levels;
        this.trail = trail;
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
        return page(actor, no, RefusalForm.EMPTY, model);
    }

    /** The address of a form that was sent and came back, opened anew: in another language, say. */
    @GetMapping({"/{no}/permission", "/{no}/refusal"})
    String again(@PathVariable String no) {
        return "redirect:/desk/filings/" + no;
    }

    /** Permits what has been confirmed, and asks for that first; {@code back} leads to the filing as it was left. */
    @PostMapping("/{no}/permission")
    String permit(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        return typed.containsKey(CONFIRMED)
                ? decide(actor, no, () -> decision.permit(actor, no), RefusalForm.EMPTY, model, response)
                : confirm(actor, no, "permission", RefusalForm.EMPTY, model, response);
    }

    @PostMapping("/{no}/refusal")
    String refuse(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        var filing = filings.filing(actor, no);
        var form = RefusalForm.typed(typed);
        if (typed.containsKey("back")) {
            return page(actor, no, form, model);
        }
        var binding = new MapBindingResult(new LinkedHashMap<>(), "refusal");
        var reasons = form.reasons(filing, decision.grounds(filing), decision.foreign(actor, filing, form.reasons().keySet()), binding);
        if (binding.hasErrors()) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "refusal", binding);
            return page(actor, no, form, model);
        }
        if (!typed.containsKey(CONFIRMED)) {
            return confirm(actor, no, "refusal", form, model, response);
        }
        return decide(actor, no, () -> decision.refuse(actor, no, reasons, form.contradiction()), form, model, response);
    }

    /** Repeats what will happen, and to whom; where there is nothing to decide any more, says that instead. */
    private String confirm(Actor actor, String no, String act, RefusalForm form, Model model, HttpServletResponse response) {
        var heading = filings.heading(actor, no);
        if (!decidable(heading)) {
            return overtaken(actor, no, form, model, response);
        }
        model.addAttribute("filing", heading)
                .addAttribute("filed", filings.filed(actor, heading).value())
                .addAttribute("act", act)
                .addAttribute("reasons", form.reasons())
                .addAttribute("contradiction", form.contradiction());
        return "filing/desk-confirmation";
    }

    /** The second of two who decide at once sees what the first did, with the reasons still in their fields. */
    private String decide(Actor actor, String no, Runnable act, RefusalForm form, Model model, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/desk/filings/" + no;
        } catch (OptimisticLockingFailureException e) {
            return overtaken(actor, no, form, model, response);
        }
    }

    private String overtaken(Actor actor, String no, RefusalForm form, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("overtaken", true);
        return page(actor, no, form, model);
    }

    private boolean decidable(Heading heading) {
        return heading.state() == FilingState.SUBMITTED && !lowRisk(heading.county());
    }

    private boolean lowRisk(String county) {
        return levels.now(county).regime() == Regime.NOTICE;
    }

    private String page(Actor actor, String no, RefusalForm form, Model model) {
        var heading = filings.heading(actor, no);
        var filed = filings.filed(actor, heading);
        var decidable = decidable(heading) && reading.acts(actor);
        if (decidable) {
            model.addAttribute("grounds", decision.grounds(filed.value().filing()).stream()
                    .collect(groupingBy(ground -> ground.verdict().name(), LinkedHashMap::new, toList())));
        }
        model.addAttribute("filing", heading)
                .addAttribute("filed", filed)
                .addAttribute("reasons", form.reasons())
                .addAttribute("contradiction", form.contradiction())
                .addAttribute("lowRisk", lowRisk(heading.county()))
                .addAttribute("decidable", decidable)
                .addAttribute("acts", reading.acts(actor))
                .addAttribute("queue", reading.choice(actor).isEmpty() ? "/desk/filings" : "/desk/filings?county=" + heading.county())
                .addAttribute("duties", filings.asked(heading))
                .addAttribute("history", trail.of("filing:" + heading.id()));
        return "filing/desk";
    }
}
