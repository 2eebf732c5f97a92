package org.fugong.condition.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.GoldenExamples;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.page.ListStanding;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.RuleException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The province's lists for its admin: versions, and one version beside the one in force. */
@Controller
@RequestMapping("/admin/lists")
class ListController {

    private final ListOverview overview;
    private final ListDrafting drafting;
    private final ListStanding standing;

    ListController(ListOverview overview, ListDrafting drafting, ListStanding standing) {
        this.overview = overview;
        this.drafting = drafting;
        this.standing = standing;
    }

    /** A heading and the conditions under it. */
    record Section(Category category, List<ConditionItem> items) {
    }

    @GetMapping
    String lists(Actor actor, Model model) {
        model.addAttribute("levels", overview.of(actor.scope()));
        return "condition/lists";
    }

    @PostMapping("/drafts")
    String start(@RequestParam RiskLevel level, Actor actor) {
        return "redirect:/admin/lists/" + drafting.start(level, actor).id();
    }

    @GetMapping("/{id:\\d{1,18}}")
    String list(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        standing.show(list, locale, model);
        model.addAttribute("sections", sections(list));
        model.addAttribute("coverage", coverage(list));
        return "condition/list";
    }

    @PostMapping("/{id:\\d{1,18}}/removal")
    String discard(@PathVariable long id, @RequestParam long lock, Actor actor, RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        try {
            drafting.discard(id, lock, actor);
        } catch (OptimisticLockingFailureException e) {
            redirect.addFlashAttribute("overtaken", standing.overtaken(list));
            return "redirect:/admin/lists/" + id;
        }
        redirect.addFlashAttribute("done", "lists.discarded");
        return "redirect:/admin/lists";
    }

    /** What the examples show of each condition; null while the rules of a draft cannot be compiled. */
    private static Map<String, GoldenExamples.Coverage> coverage(ConditionList list) {
        try {
            return GoldenExamples.tried(list.content()).coverage();
        } catch (RuleException e) {
            return null;
        }
    }

    /** The conditions under their headings; a heading without any is left out. */
    private static List<Section> sections(ConditionList list) {
        return list.content().categories().stream().map(category -> new Section(category, list.content().itemsOf(category)))
                .filter(section -> !section.items().isEmpty()).toList();
    }
}
