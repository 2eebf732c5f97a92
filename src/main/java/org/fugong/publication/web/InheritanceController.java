package org.fugong.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.ListInheritance;
import org.fugong.adaptation.ListInheritance.Undecided;
import org.fugong.publication.ListAdaptation;
import org.fugong.risk.RiskLevel;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a new version of the province's list leaves behind of the county's adaptation, for its admin to decide. */
@Controller
@RequestMapping("/admin/adaptations/{level:LOW|MEDIUM|HIGH}/inheritance")
class InheritanceController {

    private final ListInheritance inheritance;
    private final ListAdaptation adapting;
    private final AdaptationConfirmation confirmation;
    private final Clock clock;

    InheritanceController(ListInheritance inheritance, ListAdaptation adapting, AdaptationConfirmation confirmation, Clock clock) {
        this.inheritance = inheritance;
        this.adapting = adapting;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable RiskLevel level, Actor actor, Locale locale, Model model) {
        return inheritance.undecided(level, actor).stream().findFirst()
                .map(undecided -> form(undecided, AdaptationForm.of(Adaptation.NONE, newest(level, actor)), actor, locale, model))
                .orElse("redirect:/admin/adaptations");
    }

    /** What was decided goes the way of every adaptation: it is confirmed when its impact has been read. */
    @PostMapping
    String decide(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale, Model model,
            HttpServletResponse response) {
        var undecided = inheritance.undecided(level, actor).stream().findFirst().orElse(null);
        if (undecided == null) {
            return "redirect:/admin/adaptations";
        }
        var form = AdaptationForm.of(sent);
        var binding = AdaptationController.binding(model);
        var list = undecided.list();
        var decided = undecided.with(form.adaptation(list.content(), binding));
        form.check(binding, clock.instant());
        AdaptationController.reject(binding, adapting.faults(level, decided, undecided.from(), actor), list, locale);
        if (!String.valueOf(list.version()).equals(sent.getFirst("version")) || form.revision() != newest(level, actor)) {
            model.addAttribute("overtaken", true);
            response.setStatus(HttpStatus.CONFLICT.value());
            return form(undecided, form, actor, locale, model);
        }
        return binding.hasErrors()
                ? form(undecided, form, actor, locale, model)
                : confirmation.page(form.with(decided, undecided.from().isAfter(clock.instant()) ? undecided.from() : null), decided, list,
                        actor, locale, model);
    }

    private String form(Undecided undecided, AdaptationForm form, Actor actor, Locale locale, Model model) {
        model.addAttribute("undecided", undecided).addAttribute("list", undecided.list()).addAttribute("adaptation", form);
        model.addAttribute("ahead", undecided.from().isAfter(clock.instant()));
        model.addAttribute("lines", Inheritance.lines(undecided.conflicts(), inheritance.known(undecided.list()), locale));
        model.addAttribute("seen", newest(undecided.list().level(), actor));
        return "publication/inheritance";
    }

    private int newest(RiskLevel level, Actor actor) {
        return adapting.newest(level, actor).map(CountyAdaptation::revision).orElse(0);
    }
}
