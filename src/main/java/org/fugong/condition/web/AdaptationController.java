package org.fugong.condition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.condition.Adaptation;
import org.fugong.condition.AdaptationImpacts;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.CountyAdaptation;
import org.fugong.condition.CountyAdaptations;
import org.fugong.condition.CountyList;
import org.fugong.condition.CountyLists;
import org.fugong.condition.ListAdaptation;
import org.fugong.condition.ListInheritance;
import org.fugong.condition.Refusal;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
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

/** What a county asks less of than the province, for its admin; asking more is refused with the rule that forbids it. */
@Controller
@RequestMapping("/admin/adaptations")
class AdaptationController {

    private final ListAdaptation adapting;
    private final ListInheritance inheritance;
    private final CountyAdaptations adaptations;
    private final CountyLists countyLists;
    private final RiskLevels riskLevels;
    private final Accounts accounts;
    private final AdaptationImpacts impacts;
    private final ImpactPages impactPages;
    private final Clock clock;

    AdaptationController(ListAdaptation adapting, ListInheritance inheritance, CountyAdaptations adaptations, CountyLists countyLists, RiskLevels riskLevels,
                         Accounts accounts, AdaptationImpacts impacts, ImpactPages impactPages, Clock clock) {
        this.adapting = adapting;
        this.inheritance = inheritance;
        this.adaptations = adaptations;
        this.countyLists = countyLists;
        this.riskLevels = riskLevels;
        this.accounts = accounts;
        this.impacts = impacts;
        this.impactPages = impactPages;
        this.clock = clock;
    }

    /** A recorded revision and the name of who recorded it. */
    record Past(CountyAdaptation revision, String by) {
    }

    /** What a version of the province's list leaves behind, ahead of its time or since. */
    record Notice(ConditionList list, boolean ahead, List<Inheritance.Line> lines) {
    }

    @GetMapping
    String levels(Actor actor, Locale locale, Model model) {
        model.addAttribute("undecided", Stream.of(RiskLevel.values()).flatMap(level -> inheritance.undecided(level, actor).stream())
                .map(undecided -> new Notice(undecided.list(), undecided.list().effectiveAt().isAfter(clock.instant()), Inheritance.lines(undecided.misfits(),
                        adapting.measured(undecided.revision(), actor).content(), undecided.list().content(), locale))).toList());
        var lists = new ArrayList<CountyList>();
        for (var level : RiskLevel.values()) {
            try {
                lists.add(countyLists.inForce(actor.scope(), level, clock.instant()));
            } catch (NotFound noListYet) {
                continue;
            }
        }
        model.addAttribute("county", actor.scope());
        model.addAttribute("present", riskLevels.now(List.of(actor.scope())).get(actor.scope()));
        model.addAttribute("lists", lists);
        return "condition/adaptations";
    }

    @GetMapping("/{level:LOW|MEDIUM|HIGH}")
    String form(@PathVariable RiskLevel level, Actor actor, Locale locale, Model model) {
        return form(level, AdaptationForm.of(adapting.newest(level, actor).orElse(null)), actor, locale, model);
    }

    /** Back from the confirmation, with what was typed. */
    @PostMapping("/{level:LOW|MEDIUM|HIGH}")
    String again(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale, Model model) {
        return form(level, AdaptationForm.of(sent), actor, locale, model);
    }

    @PostMapping("/{level:LOW|MEDIUM|HIGH}/confirmation")
    String confirmation(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale, Model model) {
        var form = AdaptationForm.of(sent);
        var binding = binding(model);
        var list = adapting.provincial(level, at(form), actor);
        var asked = read(form, list, binding);
        reject(binding, adapting.faults(level, asked, at(form), actor), list, locale);
        if (binding.hasErrors()) {
            return form(level, form, actor, locale, model);
        }
        var before = adapting.newest(level, actor).map(CountyAdaptation::adaptation).orElse(Adaptation.NONE);
        model.addAttribute("level", level);
        model.addAttribute("adaptation", form);
        model.addAttribute("list", list);
        model.addAttribute("from", from(form).orElse(null));
        var lines = AdaptationPage.between(list.content(), before.carriedOverTo(list.content()), asked, locale);
        model.addAttribute("lines", lines);
        if (!lines.isEmpty()) {
            impactPages.summary(impacts.foresee(level, asked, from(form).orElse(clock.instant()), actor), null, list.content(), locale, model);
        }
        return "condition/adaptation-confirmation";
    }

    @PostMapping("/{level:LOW|MEDIUM|HIGH}/revisions")
    String adapt(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale, Model model,
                 HttpServletResponse response, RedirectAttributes redirect) {
        var form = AdaptationForm.of(sent);
        var binding = binding(model);
        var list = adapting.provincial(level, at(form), actor);
        var asked = read(form, list, binding);
        if (binding.hasErrors()) {
            reject(binding, adapting.faults(level, asked, at(form), actor), list, locale);
            return form(level, form, actor, locale, model);
        }
        try {
            adapting.adapt(level, form.revision(), asked, form.reason(), from(form).orElse(null), actor);
            redirect.addFlashAttribute("done", true);
            return "redirect:/admin/adaptations/" + level;
        } catch (Refusal refusal) {
            reject(binding, refusal.reasons(), list, locale);
        } catch (OptimisticLockingFailureException e) {
            model.addAttribute("overtaken", true);
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return form(level, form, actor, locale, model);
    }

    private static BindingResult binding(Model model) {
        var binding = new MapBindingResult(new HashMap<>(), "adaptation");
        // under another name than the form, which is not what it binds and would replace it
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "sent", binding);
        return binding;
    }

    /** What is meant; whether the county may do it is for the act to say. */
    private Adaptation read(AdaptationForm form, ConditionList list, BindingResult binding) {
        var asked = form.adaptation(list.content(), binding);
        if (form.reason() == null || form.reason().isBlank()) {
            binding.rejectValue("reason", "condition.list.no-reason");
        } else if (!Typed.isClean(form.reason(), 500, true)) {
            binding.rejectValue("reason", "adaptation.reason.long");
        }
        PublicationForm.checkTime(form.date(), form.time(), binding);
        if (from(form).filter(clock.instant()::isAfter).isPresent()) {
            binding.rejectValue("date", "condition.list.past");
        }
        return asked;
    }

    private static void reject(BindingResult binding, List<Refusal.Reason> reasons, ConditionList list, Locale locale) {
        var codes = list.content().items().stream().map(ConditionItem::code).toList();
        reasons.stream().sorted(Comparator.comparingInt(reason -> codes.indexOf(reason.field().replaceFirst("\\..*", "")))).forEach(reason -> {
            var message = reason.message(locale);
            binding.rejectValue(reason.field().equals("effectiveAt") ? "date" : reason.field(), message.getCodes()[0], message.getArguments(), null);
        });
    }

    /** The moment whose list an adaptation is measured by: never one that has passed. */
    private Instant at(AdaptationForm form) {
        return from(form).filter(clock.instant()::isBefore).orElse(clock.instant());
    }

    private static Optional<Instant> from(AdaptationForm form) {
        return PublicationForm.from(form.date(), form.time());
    }

    private String form(RiskLevel level, AdaptationForm form, Actor actor, Locale locale, Model model) {
        var list = adapting.provincial(level, clock.instant(), actor);
        var revisions = adaptations.findByCountyAndLevelOrderByRevisionDesc(actor.scope(), level);
        var names = accounts.findByIdIn(revisions.stream().map(CountyAdaptation::recordedBy).toList()).stream()
                .collect(Collectors.toMap(Account::id, Account::name));
        model.addAttribute("level", level);
        model.addAttribute("county", actor.scope());
        model.addAttribute("adaptation", form);
        model.addAttribute("newest", revisions.isEmpty() ? 0 : revisions.getFirst().revision());
        model.addAttribute("list", list);
        model.addAttribute("sections", AdaptationPage.sections(list.content(), form, locale));
        model.addAttribute("history", revisions.stream().map(revision -> new Past(revision, names.get(revision.recordedBy()))).toList());
        return "condition/adaptation";
    }
}
