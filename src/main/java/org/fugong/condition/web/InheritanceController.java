package org.fugong.condition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.condition.ListAdaptation;
import org.fugong.condition.ListInheritance;
import org.fugong.condition.ListInheritance.Undecided;
import org.fugong.condition.Refusal;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a new version of the province's list leaves behind of the county's adaptation, for its admin to decide. */
@Controller
@RequestMapping("/admin/adaptations/{level:LOW|MEDIUM|HIGH}/inheritance")
class InheritanceController {

    private final ListInheritance inheritance;
    private final ListAdaptation adapting;
    private final Clock clock;

    InheritanceController(ListInheritance inheritance, ListAdaptation adapting, Clock clock) {
        this.inheritance = inheritance;
        this.adapting = adapting;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable RiskLevel level, Actor actor, Locale locale, Model model) {
        return inheritance.undecided(level, actor)
                .map(undecided -> form(undecided, AdaptationForm.of(adapting.newest(level, actor).orElse(null)).withoutFigures(), actor, locale, model))
                .orElse("redirect:/admin/adaptations");
    }

    @PostMapping
    String decide(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale, Model model,
                  HttpServletResponse response, RedirectAttributes redirect) {
        var undecided = inheritance.undecided(level, actor).orElse(null);
        if (undecided == null) {
            return "redirect:/admin/adaptations";
        }
        var form = AdaptationForm.of(sent);
        var binding = new MapBindingResult(new HashMap<>(), "adaptation");
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "sent", binding);
        var figures = form.adaptation(undecided.list().content(), binding);
        if (form.reason() == null || form.reason().isBlank()) {
            binding.rejectValue("reason", "condition.list.no-reason");
        } else if (!Typed.isClean(form.reason(), 500, true)) {
            binding.rejectValue("reason", "adaptation.reason.long");
        }
        if (binding.hasErrors()) {
            return form(undecided, form, actor, locale, model);
        }
        try {
            if (!String.valueOf(undecided.list().version()).equals(sent.getFirst("version"))) {
                throw new OptimisticLockingFailureException("another version is to be decided on now");
            }
            inheritance.decide(undecided, form.revision(), figures, form.reason(), actor);
            redirect.addFlashAttribute("done", "inheritance.decided");
            return "redirect:/admin/adaptations";
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> {
                var message = reason.message(locale);
                binding.rejectValue(reason.field(), message.getCodes()[0], message.getArguments(), null);
            });
        } catch (OptimisticLockingFailureException e) {
            model.addAttribute("overtaken", true);
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return form(undecided, form, actor, locale, model);
    }

    private String form(Undecided undecided, AdaptationForm form, Actor actor, Locale locale, Model model) {
        var list = undecided.list();
        model.addAttribute("list", list);
        model.addAttribute("ahead", list.effectiveAt().isAfter(clock.instant()));
        model.addAttribute("lines", Inheritance.lines(undecided.misfits(), adapting.measured(undecided.revision(), actor).content(), list.content(), locale));
        model.addAttribute("adaptation", form);
        model.addAttribute("seen", adapting.newest(list.level(), actor).map(newest -> newest.revision()).orElse(0));
        return "condition/inheritance";
    }
}
