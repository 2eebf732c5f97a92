package org.fugong.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.adaptation.AdaptationConflict;
import org.fugong.adaptation.ListInheritance;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.Refusal;
import org.fugong.condition.page.ListStanding;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.region.Regions;
import org.fugong.rule.RuleException;
import org.fugong.web.NotFound;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way of a draft into force: asked for by one admin of the province, confirmed by another, or given back. */
@Controller
@RequestMapping("/admin/lists/{id:\\d{1,18}}/publication")
class ListPublicationController {

    private final ListDrafting drafting;
    private final ListPublication publication;
    private final ListInheritance inheritance;
    private final ListStanding standing;
    private final ListImpacts impacts;
    private final ImpactPages impactPages;
    private final Regions regions;
    private final Clock clock;

    ListPublicationController(ListDrafting drafting, ListPublication publication, ListInheritance inheritance, ListStanding standing,
            ListImpacts impacts, ImpactPages impactPages, Regions regions, Clock clock) {
        this.drafting = drafting;
        this.publication = publication;
        this.inheritance = inheritance;
        this.standing = standing;
        this.impacts = impacts;
        this.impactPages = impactPages;
        this.regions = regions;
        this.clock = clock;
    }

    /** A county and what the draft leaves behind of its adaptation. */
    record UndecidedCounty(String name, List<Inheritance.Line> lines) {
    }

    /** What a draft is asked to be published by; once it is asked for, what is to be confirmed. */
    @GetMapping
    String page(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var draft = drafting.list(id, actor);
        if (!draft.draft()) {
            return "redirect:/admin/lists/" + id;
        }
        if (draft.asked()) {
            model.addAttribute("giveBack", new GiveBackForm(""));
            return confirmation(draft, actor, locale, model);
        }
        model.addAttribute("publication", PublicationForm.of(draft));
        return form(draft, locale, model);
    }

    @PostMapping("/request")
    String ask(@PathVariable long id, @RequestParam long lock, @Valid @ModelAttribute("publication") PublicationForm form,
            BindingResult binding,
            Actor actor, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var draft = drafting.list(id, actor);
        if (draft.asked()) {
            if (form.asks(draft)) {
                // a second tap on a slow line
                return "redirect:/admin/lists/" + id + "/publication";
            }
            // nothing is asked for twice; what was written stays beside what has been asked for
            binding.reject("publication.already-asked");
            model.addAttribute("giveBack", new GiveBackForm("")).addAttribute("typed", form);
            response.setStatus(HttpStatus.CONFLICT.value());
            return confirmation(draft, actor, locale, model);
        }
        form.check(binding);
        if (!binding.hasErrors()) {
            try {
                publication.ask(id, lock, form.request(), actor);
                redirect.addFlashAttribute("done", "publication.asked");
                return "redirect:/admin/lists/" + id + "/publication";
            } catch (Refusal refusal) {
                refusal.reasons().forEach(reason -> reject(binding, reason, locale));
            } catch (RuleException e) {
                reject(binding, e);
            } catch (OptimisticLockingFailureException e) {
                overtaken(draft, e, binding, response);
                return form(draft, locale, model);
            }
        }
        model.addAttribute("seen", lock);
        return form(draft(id, actor), locale, model);
    }

    @PostMapping("/request/return")
    String giveBack(@PathVariable long id, @RequestParam long lock, @Valid @ModelAttribute("giveBack") GiveBackForm form,
            BindingResult binding,
            Actor actor, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        if (!binding.hasErrors()) {
            try {
                publication.giveBack(id, lock, form.why(), actor);
                redirect.addFlashAttribute("done", "publication.given-back");
                return "redirect:/admin/lists/" + id;
            } catch (Refusal refusal) {
                refusal.reasons().forEach(reason -> reject(binding, reason, locale));
            } catch (OptimisticLockingFailureException e) {
                overtaken(drafting.list(id, actor), e, binding, response);
            }
        }
        return confirmation(draft(id, actor), actor, locale, model);
    }

    @PostMapping
    String confirm(@PathVariable long id, @RequestParam long lock, @ModelAttribute("giveBack") GiveBackForm form, BindingResult binding,
            Actor actor, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        if (!drafting.list(id, actor).draft()) {
            return "redirect:/admin/lists/" + id;
        }
        try {
            publication.confirm(id, lock, actor);
            redirect.addFlashAttribute("done", "lists.published");
            return "redirect:/admin/lists/" + id;
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> reject(binding, reason.message(locale)));
        } catch (RuleException e) {
            reject(binding, e);
        } catch (OptimisticLockingFailureException e) {
            overtaken(drafting.list(id, actor), e, binding, response);
        }
        return confirmation(draft(id, actor), actor, locale, model);
    }

    /** Tells who has changed the draft since it was shown; of what is published the page of errors keeps what was typed. */
    private void overtaken(ConditionList list, OptimisticLockingFailureException e, BindingResult binding, HttpServletResponse response) {
        if (!list.draft()) {
            throw e;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        standing.tell(list, binding);
    }

    private static void reject(BindingResult binding, Refusal.Reason reason, Locale locale) {
        var message = reason.message(locale);
        if (reason.field().isEmpty() || reason.field().startsWith("examples.")) {
            reject(binding, message);
        } else {
            binding.rejectValue(reason.field().equals("effectiveAt") ? "date" : reason.field(), message.getCodes()[0],
                    message.getArguments(), null);
        }
    }

    private static void reject(BindingResult binding, MessageSourceResolvable message) {
        binding.reject(message.getCodes()[0], message.getArguments(), null);
    }

    private static void reject(BindingResult binding, RuleException e) {
        e.problems().forEach(problem -> binding.reject("publication.rule", new Object[]{problem.code(),
                new DefaultMessageSourceResolvable(new String[]{problem.key()}, problem.arguments().toArray())}, null));
    }

    private String form(ConditionList draft, Locale locale, Model model) {
        standing.show(draft, locale, model);
        var known = inheritance.known(draft);
        var counties = new LinkedHashMap<String, List<AdaptationConflict>>();
        inheritance.undecided(draft, draft.wantedAt() == null ? clock.instant() : draft.wantedAt())
                .forEach(undecided -> counties.computeIfAbsent(undecided.revision().county(), county -> new ArrayList<>())
                        .addAll(undecided.conflicts()));
        model.addAttribute("counties",
                counties.entrySet().stream().map(county -> new UndecidedCounty(regions.name(county.getKey(), locale).orElseThrow(),
                        Inheritance.lines(county.getValue().stream().distinct().toList(), known, locale))).toList());
        impactPages.summary(impacts.foreseen(draft).orElse(null), null, draft, locale, model);
        model.addAttribute("fresh", impacts.fresh(draft));
        return "publication/publication";
    }

    private String confirmation(ConditionList draft, Actor actor, Locale locale, Model model) {
        model.addAttribute("mayConfirm", draft.asked() && publication.mayConfirm(draft, actor));
        model.addAttribute("own", draft.asked() && draft.askedBy() == actor.accountId());
        return form(draft, locale, model) + "-confirmation";
    }

    private ConditionList draft(long id, Actor actor) {
        var list = drafting.list(id, actor);
        if (!list.draft()) {
            throw new NotFound();
        }
        return list;
    }
}
