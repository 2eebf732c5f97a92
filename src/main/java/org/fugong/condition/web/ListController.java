package org.fugong.condition.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.ListPublication;
import org.fugong.condition.ListVersion;
import org.fugong.condition.Refusal;
import org.fugong.condition.RuleException;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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

/** The province's lists for its admin: versions, one version beside the one in force, and publication. */
@Controller
@RequestMapping("/admin/lists")
class ListController {

    private final ConditionLists lists;
    private final ListDrafting drafting;
    private final ListPublication publication;
    private final RedLine redLine;
    private final Clock clock;

    ListController(ConditionLists lists, ListDrafting drafting, ListPublication publication, RedLine redLine, Clock clock) {
        this.lists = lists;
        this.drafting = drafting;
        this.publication = publication;
        this.redLine = redLine;
        this.clock = clock;
    }

    /** A heading and the conditions under it. */
    record Section(Category category, List<ConditionItem> items) {
    }

    @GetMapping
    String lists(Actor actor, Model model) {
        var versions = new LinkedHashMap<RiskLevel, List<ListVersion>>();
        for (var level : RiskLevel.values()) {
            versions.put(level, ListVersion.at(clock.instant(), lists.findByProvinceAndLevelOrderByVersionDesc(actor.scope(), level)));
        }
        model.addAttribute("levels", versions);
        return "condition/lists";
    }

    @PostMapping("/drafts")
    String start(@RequestParam RiskLevel level, Actor actor) {
        return "redirect:/admin/lists/" + drafting.start(level, actor).id();
    }

    @GetMapping("/{id:\\d{1,18}}")
    String list(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        show(list, locale, model);
        model.addAttribute("sections", sections(list));
        return "condition/list";
    }

    @PostMapping("/{id:\\d{1,18}}/removal")
    String discard(@PathVariable long id, @RequestParam long lock, Actor actor, RedirectAttributes redirect) {
        drafting.discard(id, lock, actor);
        redirect.addFlashAttribute("done", "lists.discarded");
        return "redirect:/admin/lists";
    }

    @GetMapping("/{id:\\d{1,18}}/publication")
    String publication(@PathVariable long id, @ModelAttribute("publication") PublicationForm form, Actor actor, Locale locale, Model model) {
        return publication(draft(id, actor), locale, model);
    }

    @PostMapping("/{id:\\d{1,18}}/publication")
    String publish(@PathVariable long id, @RequestParam long lock, @Valid @ModelAttribute("publication") PublicationForm form, BindingResult binding,
                   Actor actor, Locale locale, Model model, RedirectAttributes redirect) {
        form.check(binding);
        if (!binding.hasErrors()) {
            try {
                publication.publish(id, lock, form.basis(), form.reason(), form.from().orElse(null), actor);
                redirect.addFlashAttribute("done", "lists.published");
                return "redirect:/admin/lists/" + id;
            } catch (Refusal refusal) {
                refusal.reasons().forEach(reason -> reject(binding, reason, locale));
            } catch (RuleException e) {
                e.problems().forEach(problem -> binding.reject("publication.rule", new Object[] {problem.code(),
                        new DefaultMessageSourceResolvable(new String[] {problem.key()}, problem.arguments().toArray())}, null));
            }
        }
        model.addAttribute("seen", lock);
        return publication(draft(id, actor), locale, model);
    }

    private static void reject(BindingResult binding, Refusal.Reason reason, Locale locale) {
        var message = reason.message(locale);
        binding.rejectValue(reason.field().equals("effectiveAt") ? "date" : reason.field(), message.getCodes()[0], message.getArguments(), null);
    }

    private String publication(ConditionList draft, Locale locale, Model model) {
        show(draft, locale, model);
        return "condition/publication";
    }

    private ConditionList draft(long id, Actor actor) {
        var list = drafting.list(id, actor);
        if (!list.draft()) {
            throw new NotFound();
        }
        return list;
    }

    private void show(ConditionList list, Locale locale, Model model) {
        var versions = ListVersion.at(clock.instant(), lists.findByProvinceAndLevelOrderByVersionDesc(list.province(), list.level()));
        model.addAttribute("list", list);
        model.addAttribute("status", versions.stream().filter(version -> version.list().version() == list.version()).findFirst().orElseThrow().status());
        versions.stream().filter(version -> version.status() == ListVersion.Status.IN_FORCE).findFirst().map(ListVersion::list).ifPresent(inForce -> {
            var changes = list.version() > inForce.version() ? redLine.between(inForce.content(), list.content(), locale) : List.<RedLine.Entry>of();
            model.addAttribute("inForce", inForce);
            model.addAttribute("changes", changes);
            model.addAttribute("counts", changes.stream().collect(Collectors.groupingBy(change -> change.kind().name(), Collectors.counting())));
            model.addAttribute("changed", changes.stream().collect(Collectors.toMap(RedLine.Entry::code, RedLine.Entry::kind)));
        });
    }

    /** The conditions under their headings; a heading without any is left out. */
    private static List<Section> sections(ConditionList list) {
        return list.content().categories().stream().map(category -> new Section(category, list.content().itemsOf(category)))
                .filter(section -> !section.items().isEmpty()).toList();
    }
}
