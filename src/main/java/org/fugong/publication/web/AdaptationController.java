package org.fugong.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.adaptation.ListInheritance;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.Refusal;
import org.fugong.publication.ListAdaptation;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
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
    private final AdaptationConfirmation confirmation;
    private final Clock clock;

    AdaptationController(ListAdaptation adapting, ListInheritance inheritance, CountyAdaptations adaptations, CountyLists countyLists,
            RiskLevels riskLevels,
            Accounts accounts, AdaptationConfirmation confirmation, Clock clock) {
        this.adapting = adapting;
        this.inheritance = inheritance;
        this.adaptations = adaptations;
        this.countyLists = countyLists;
        this.riskLevels = riskLevels;
        this.accounts = accounts;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    /** A recorded revision and the name of who recorded it. */
    record Past(CountyAdaptation revision, String by) {
    }

    /** What a version of the province's list leaves behind, ahead of its time or since; of each level the first is decided first. */
    record Notice(ListInheritance.Undecided undecided, boolean first, boolean ahead, List<Inheritance.Line> lines) {
    }

    @GetMapping
    String levels(Actor actor, Locale locale, Model model) {
        model.addAttribute(
                "undecided", Stream.of(RiskLevel.values()).map(level -> inheritance.undecided(level, actor))
                        .flatMap(ofLevel -> ofLevel.stream()
                                .map(undecided -> new Notice(undecided, undecided == ofLevel.getFirst(),
                                        undecided.from().isAfter(clock.instant()),
                                        Inheritance.lines(undecided.conflicts(), inheritance.known(undecided.list()), locale))))
                        .toList());
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
        return "publication/adaptations";
    }

    @GetMapping("/{level:LOW|MEDIUM|HIGH}")
    String form(@PathVariable RiskLevel level, Actor actor, Locale locale, Model model) {
        return form(level, AdaptationForm.of(adapting.before(level, clock.instant(), actor), newest(level, actor)), actor, locale, model);
    }

    /** Back from the confirmation, with what was typed. */
    @PostMapping("/{level:LOW|MEDIUM|HIGH}")
    String again(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale, Model model) {
        return form(level, AdaptationForm.of(sent), actor, locale, model);
    }

    @PostMapping("/{level:LOW|MEDIUM|HIGH}/confirmation")
    String confirmation(@PathVariable RiskLevel level, @RequestParam MultiValueMap<String, String> sent, Actor actor, Locale locale,
            Model model) {
        var form = AdaptationForm.of(sent);
        var binding = binding(model);
        var list = adapting.provincial(level, at(form), actor);
        var asked = read(form, list, binding);
        reject(binding, adapting.faults(level, asked, at(form), actor), list, locale);
        if (binding.hasErrors()) {
            return form(level, form, actor, locale, model);
        }
        return confirmation.page(form, asked, list, actor, locale, model);
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
            adapting.adapt(level, form.revision(), asked, form.reason(), form.from().orElse(null), actor);
            redirect.addFlashAttribute("done", true);
            return "redirect:/admin/adaptations/" + level;
        } catch (Refusal refusal) {
            reject(binding, refusal.reasons(), list, locale);
            if (!binding.hasFieldErrors()) {
                return confirmation.page(form, asked, list, actor, locale, model);
            }
        } catch (OptimisticLockingFailureException e) {
            model.addAttribute("overtaken", true);
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return form(level, form, actor, locale, model);
    }

    static BindingResult binding(Model model) {
        var binding = new MapBindingResult(new HashMap<>(), "adaptation");
        // under another name than the form, which is not what it binds and would replace it
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "sent", binding);
        return binding;
    }

    /** What is meant; whether the county may do it is for the act to say. */
    private Adaptation read(AdaptationForm form, ConditionList list, BindingResult binding) {
        var asked = form.adaptation(list.content(), binding);
        form.check(binding, clock.instant());
        return asked;
    }

    static void reject(BindingResult binding, List<Refusal.Reason> reasons, ConditionList list, Locale locale) {
        var codes = list.content().items().stream().map(ConditionItem::code).toList();
        reasons.stream().sorted(Comparator.comparingInt(reason -> codes.indexOf(reason.field().replaceFirst("\\..*", ""))))
                .forEach(reason -> {
                    var message = reason.message(locale);
                    if (reason.field().isEmpty()) {
                        binding.reject(message.getCodes()[0], message.getArguments(), null);
                    } else {
                        binding.rejectValue(reason.field().equals("effectiveAt") ? "date" : reason.field(), message.getCodes()[0],
                                message.getArguments(), null);
                    }
                });
    }

    /** The moment whose list an adaptation is measured by: never one that has passed. */
    private Instant at(AdaptationForm form) {
        return form.from().filter(clock.instant()::isBefore).orElse(clock.instant());
    }

    private int newest(RiskLevel level, Actor actor) {
        return adapting.newest(level, actor).map(CountyAdaptation::revision).orElse(0);
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
        return "publication/adaptation";
    }
}
