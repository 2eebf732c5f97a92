package org.fugong.application.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.application.Acceptance;
import org.fugong.application.ApplicationConflict.Problem;
import org.fugong.application.ApplicationReply;
import org.fugong.application.RefusalGrounds;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.FilingState;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An application on the desk of its county: accepted or not, the opinions of departments, and the one reply. */
@Controller
@RequestMapping("/desk/applications/{no}")
class ApplicationController {

    /** What is sent along by who has seen what will happen. */
    private static final String CONFIRMED = "confirmed";
    private static final int MAX = 500;

    private final ApplicationPages pages;
    private final Acceptance acceptance;
    private final ApplicationReply reply;
    private final RefusalGrounds grounds;

    ApplicationController(ApplicationPages pages, Acceptance acceptance, ApplicationReply reply, RefusalGrounds grounds) {
        this.pages = pages;
        this.acceptance = acceptance;
        this.reply = reply;
        this.grounds = grounds;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String no, Model model) {
        return page(actor, no, null, Map.of(), model);
    }

    /** The address of a form that was sent and came back, opened anew: in another language, say. */
    @GetMapping({"/acceptance", "/non-acceptance", "/permission", "/refusal"})
    String again(Actor actor, @PathVariable String no) {
        return "redirect:/desk/applications/" + pages.file(actor, no).filing().no();
    }

    @PostMapping("/acceptance")
    String accept(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        pages.file(actor, no);
        return act(actor, no, () -> acceptance.accept(actor, no, seen(typed)), null, typed, model, response);
    }

    @PostMapping("/non-acceptance")
    String notAccept(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        pages.file(actor, no);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "nonAcceptance");
        var why = typed.getOrDefault("why", "").strip();
        if (Typed.isBlank(why)) {
            binding.rejectValue("why", "nonAcceptance.why.missing");
        } else if (!Typed.isClean(why, MAX, false)) {
            binding.rejectValue("why", "Line", new Object[]{new DefaultMessageSourceResolvable("nonAcceptance.why"), MAX}, null);
        }
        if (binding.hasErrors()) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "nonAcceptance", binding);
            return page(actor, no, null, typed, model);
        }
        return act(actor, no, () -> acceptance.notAccept(actor, no, seen(typed), why), null, typed, model, response);
    }

    /** Permits what has been confirmed, and asks for that first; {@code back} leads to the application as it was left. */
    @PostMapping("/permission")
    String permit(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        return typed.containsKey(CONFIRMED)
                ? act(actor, no, () -> reply.permit(actor, no, seen(typed)), null, typed, model, response)
                : confirm(actor, no, "permission", RefusalForm.typed(Map.of()), typed, model, response);
    }

    @PostMapping("/refusal")
    String refuse(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        var filing = pages.file(actor, no).filing();
        var form = RefusalForm.typed(typed);
        if (typed.containsKey("back")) {
            return page(actor, no, form, typed, model);
        }
        var binding = new MapBindingResult(new LinkedHashMap<>(), "refusal");
        var offered = grounds.of(filing);
        var reasons = form.reasons(filing, offered, grounds.foreign(filing, offered, form.reasons().keySet()), reply.disagreed(filing),
                binding);
        if (binding.hasErrors()) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "refusal", binding);
            return page(actor, no, form, typed, model);
        }
        if (!typed.containsKey(CONFIRMED)) {
            return confirm(actor, no, "refusal", form, typed, model, response);
        }
        return act(actor, no, () -> reply.refuse(actor, no, seen(typed), reasons, form.contradiction()), form, typed, model, response);
    }

    /** Repeats what will happen, and to whom; where there is nothing to decide any more, says that instead. */
    private String confirm(Actor actor, String no, String act, RefusalForm form, Map<String, String> typed, Model model,
            HttpServletResponse response) {
        var file = pages.file(actor, no);
        pages.show(actor, file, model);
        var possible = file.filing().state() == FilingState.ACCEPTED;
        if (!possible || !Boolean.TRUE.equals(model.getAttribute("leads"))) {
            var problem = Boolean.TRUE.equals(model.getAttribute("lowRisk"))
                    ? Problem.LOW_RISK
                    : possible ? Problem.NOT_YOURS : Problem.MOVED_ON;
            return overtaken(actor, no, problem.name(), form, typed, model, response);
        }
        model.addAttribute("act", act)
                .addAttribute("version", seen(typed))
                .addAttribute("reasons", form.reasons())
                .addAttribute("contradiction", form.contradiction());
        return "application/confirmation";
    }

    /** The second of two who act at once sees what the first did, with what was typed still in its fields. */
    private String act(Actor actor, String no, Runnable act, RefusalForm form, Map<String, String> typed, Model model,
            HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/desk/applications/" + no;
        } catch (OptimisticLockingFailureException e) {
            return overtaken(actor, no, ApplicationPages.problem(e), form, typed, model, response);
        }
    }

    private String overtaken(Actor actor, String no, String problem, RefusalForm form, Map<String, String> typed, Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("conflict", problem);
        return page(actor, no, form, typed, model);
    }

    private String page(Actor actor, String no, RefusalForm form, Map<String, String> typed, Model model) {
        var file = pages.file(actor, no);
        pages.show(actor, file, model);
        var disagreed = reply.disagreed(file.filing());
        var shown = form == null ? RefusalForm.merged(disagreed) : form;
        model.addAttribute("grounds", grounds.of(file.filing()).stream()
                .collect(groupingBy(ground -> ground.verdict().name(), LinkedHashMap::new, toList())))
                .addAttribute("reasons", shown.reasons())
                .addAttribute("contradiction", shown.contradiction())
                .addAttribute("disagreed", disagreed.stream().map(Reason::code).distinct().toList())
                .addAttribute("typed", form == null ? List.of() : shown.reasons().entrySet())
                .addAttribute("why", typed.getOrDefault("why", ""));
        return "application/desk";
    }

    /** The version on the page that was sent; a form without it was made by nobody's page. */
    private static int seen(Map<String, String> typed) {
        return Typed.whole(typed.get("version")).orElse(-1);
    }
}
