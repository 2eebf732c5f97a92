package org.fugong.request.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Set;
import org.fugong.account.Actor;
import org.fugong.account.LastChanges;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprises;
import org.fugong.region.Regions;
import org.fugong.request.RequestAnswering;
import org.fugong.request.Requests;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was told of the units of a province's counties, for its admin: what waits, the oldest first, and the answer. */
@Controller
@RequestMapping("/admin/requests")
class RequestDeskController {

    private final Requests requests;
    private final RequestQueue queue;
    private final RequestAnswering answering;
    private final RequestListing listing;
    private final Enterprises enterprises;
    private final Regions regions;
    private final Trail trail;
    private final LastChanges changes;

    RequestDeskController(Requests requests, RequestQueue queue, RequestAnswering answering, RequestListing listing,
            Enterprises enterprises, Regions regions,
            Trail trail, LastChanges changes) {
        this.requests = requests;
        this.queue = queue;
        this.answering = answering;
        this.listing = listing;
        this.enterprises = enterprises;
        this.regions = regions;
        this.trail = trail;
        this.changes = changes;
    }

    @GetMapping
    String queue(@ModelAttribute("filter") RequestFilter filter, @RequestParam(required = false) Long after, Actor actor, Locale locale,
            Model model) {
        var page = queue.page(actor.scope(), filter, after);
        model.addAttribute("bar", listing.filters(filter))
                .addAttribute("table", listing.table(page.rows(), locale))
                .addAttribute("none", page.rows().isEmpty())
                .addAttribute("first", after == null ? null : filter.link())
                .addAttribute("next", page.after() == null ? null : filter.link(page.after()));
        return "request/queue";
    }

    @GetMapping("/{no:\\d{6}-\\d{5,12}}")
    String show(@PathVariable String no, @ModelAttribute("reply") AnswerForm form, Actor actor, Locale locale, Model model) {
        return page(no, actor, locale, model);
    }

    /** The address of an answer that came back, opened anew: in another language, say. */
    @GetMapping("/{no:\\d{6}-\\d{5,12}}/answer")
    String again(@PathVariable String no) {
        return "redirect:/admin/requests/" + no;
    }

    @PostMapping("/{no:\\d{6}-\\d{5,12}}/answer")
    String answer(@PathVariable String no, @Valid @ModelAttribute("reply") AnswerForm form, BindingResult binding, Actor actor,
            Locale locale, Model model, HttpServletResponse response) {
        if (!binding.hasErrors()) {
            try {
                answering.answer(actor, no, form.text().strip());
                return "redirect:/admin/requests/" + no;
            } catch (OptimisticLockingFailureException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("overtaken", changes.of("request:" + no, 0, Set.of("request.answered")));
            }
        }
        return page(no, actor, locale, model);
    }

    private String page(String no, Actor actor, Locale locale, Model model) {
        var request = requests.findByNoAndProvince(no, actor.scope()).orElseThrow(NotFound::new);
        model.addAttribute("shown", request)
                .addAttribute("place", regions.name(request.county(), locale).orElse(""))
                .addAttribute("firm", request.enterpriseId() == null ? null : enterprises.findById(request.enterpriseId()).orElse(null))
                .addAttribute("history", trail.of("request:" + no));
        return "request/desk";
    }
}
