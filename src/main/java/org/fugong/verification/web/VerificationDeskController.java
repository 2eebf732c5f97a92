package org.fugong.verification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.filing.Filings;
import org.fugong.verification.Conformity;
import org.fugong.verification.VerificationDecision;
import org.fugong.verification.VerificationRefused;
import org.fugong.verification.Verifications;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One verification on the official's desk: what is found, concluded, and done about an answer. */
@Controller
@RequestMapping("/desk/verifications/{id:\\d{1,18}}")
class VerificationDeskController {

    /** A conclusion that was begun when only the results were saved: it is shown again, and kept by nobody but the page. */
    private static final String BEGUN = "begun";

    private final VerificationDecision decision;
    private final Verifications verifications;
    private final Filings filings;
    private final VerificationPages pages;
    private final Dates dates;
    private final DeskReading reading;

    VerificationDeskController(VerificationDecision decision, Verifications verifications, Filings filings,
            VerificationPages pages, Dates dates, DeskReading reading) {
        this.decision = decision;
        this.verifications = verifications;
        this.filings = filings;
        this.pages = pages;
        this.dates = dates;
        this.reading = reading;
    }

    @GetMapping
    String show(Actor actor, @PathVariable long id, Model model, Locale locale) {
        return page(actor, id, null, null, model, locale);
    }

    /** The address of a form that was sent and came back, opened anew: in another language, say. */
    @GetMapping({"/results", "/conclusion", "/closing", "/release", "/return", "/extension"})
    String again(@PathVariable long id) {
        return "redirect:/desk/verifications/" + id;
    }

    @PostMapping("/results")
    String record(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response, RedirectAttributes redirect) {
        var form = RecordingForm.typed(typed);
        var next = act(actor, id, typed, model, locale, response, binding -> {
            var results = form.results(binding);
            return () -> decision.record(actor, id, seen(typed), results, typed.containsKey("rest") ? Conformity.CONFORMS : null);
        });
        if (next.startsWith("redirect:")) {
            redirect.addFlashAttribute("saved", true).addFlashAttribute(BEGUN, form);
            return next + place(typed.get("at"));
        }
        return next;
    }

    /** Concludes; an order to stop work is repeated first, and {@code back} leads to what was typed. */
    @PostMapping("/conclusion")
    String conclude(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response) {
        var form = RecordingForm.typed(typed);
        if (typed.containsKey("back")) {
            return page(actor, id, typed, null, model, locale);
        }
        var asked = form.stops() && !typed.containsKey("confirmed");
        var next = act(actor, id, typed, model, locale, response, binding -> {
            var results = form.results(binding);
            var conclusion = form.conclusion(binding);
            return asked
                    ? () -> decision.examine(actor, id, seen(typed), results, conclusion)
                    : () -> decision.conclude(actor, id, seen(typed), results, conclusion);
        });
        if (asked && next.startsWith("redirect:")) {
            page(actor, id, typed, null, model, locale);
            model.addAttribute("by", Fields.day(form.by(), "by", Fields.binding()));
            return "verification/confirmation";
        }
        return next;
    }

    @PostMapping("/closing")
    String close(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response) {
        return act(actor, id, typed, model, locale, response, binding -> {
            var note = Fields.text(typed, "note", "closing.note", binding);
            return () -> decision.close(actor, id, seen(typed), note);
        });
    }

    @PostMapping("/release")
    String release(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response) {
        return act(actor, id, typed, model, locale, response, binding -> () -> decision.release(actor, id, seen(typed)));
    }

    @PostMapping("/return")
    String sendBack(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") List<String> items, Model model, Locale locale, HttpServletResponse response) {
        model.addAttribute("left", items);
        return act(actor, id, typed, model, locale, response, binding -> {
            var reason = Fields.text(typed, "reason", "return.reason", binding);
            var by = Fields.day(typed.get("by"), "by", binding);
            return () -> decision.sendBack(actor, id, seen(typed), items, reason, by);
        });
    }

    @PostMapping("/extension")
    String extend(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response) {
        return act(actor, id, typed, model, locale, response, binding -> {
            var until = Fields.day(typed.get("until"), "until", binding);
            return () -> decision.extend(actor, id, seen(typed), until);
        });
    }

    /** Reads what was typed into what is to be done with it. */
    private interface Reading {
        Runnable read(BindingResult binding);
    }

    private String act(Actor actor, long id, Map<String, String> typed, Model model, Locale locale, HttpServletResponse response,
            Reading reading) {
        var binding = Fields.binding();
        var step = reading.read(binding);
        try {
            if (!binding.hasErrors()) {
                step.run();
                return "redirect:/desk/verifications/" + id;
            }
        } catch (VerificationRefused e) {
            Fields.reject(binding, e.problems(), dates);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("overtaken", true);
        }
        return page(actor, id, typed, binding, model, locale);
    }

    private String page(Actor actor, long id, Map<String, String> typed, BindingResult binding, Model model, Locale locale) {
        var verification = verifications.findByIdAndCountyIn(id, reading.counties(actor)).orElseThrow(NotFound::new);
        var filing = filings.findById(verification.filingId()).orElseThrow(NotFound::new);
        model.addAttribute("acts", reading.acts(actor));
        model.addAttribute("queue",
                reading.choice(actor).isEmpty() ? "/desk/verifications" : "/desk/verifications?county=" + filing.county());
        model.addAttribute("shown", pages.forDesk(verification, filing, locale));
        model.addAttribute("recording", typed == null
                ? RecordingForm.of(verification, filing).concluding((RecordingForm) model.getAttribute(BEGUN))
                : model.containsAttribute("overtaken")
                        ? RecordingForm.typed(typed).over(verification.results())
                        : RecordingForm.typed(typed));
        model.addAttribute("typed", typed == null ? Map.of() : typed);
        if (binding != null) {
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + Fields.NAME, binding);
        }
        return "verification/desk";
    }

    /** Where on the page saving was asked for, so that one goes on there. */
    private static String place(String group) {
        return group != null && group.matches("[A-Za-z0-9]{1,8}") ? "#group-" + group : "";
    }

    /** The version on the page that was sent; one that cannot be read is none that there is. */
    private static int seen(Map<String, String> typed) {
        return Typed.whole(typed.get("version")).orElse(-1);
    }
}
