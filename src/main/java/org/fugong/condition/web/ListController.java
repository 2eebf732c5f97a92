package org.fugong.condition.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.GoldenExamples;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.ListVersion;
import org.fugong.condition.page.ListStanding;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.RuleException;
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

    private final ConditionLists lists;
    private final ListDrafting drafting;
    private final ListStanding standing;
    private final Clock clock;

    ListController(ConditionLists lists, ListDrafting drafting, ListStanding standing, Clock clock) {
        this.lists = lists;
        this.drafting = drafting;
        this.standing = standing;
        this.clock = clock;
    }

    /** A heading and the conditions under it. */
    record Section(Category category, List<ConditionItem> items) {
    }

    /** A version of a list in the overview. */
    record Version(long id, int version, ListVersion.Status status, boolean draft, int items, Instant effectiveAt, String basis) {

        static Version of(ListVersion version) {
            var list = version.list();
            return new Version(list.id(), list.version(), version.status(), list.draft(), list.content().items().size(),
                    list.effectiveAt(), list.basis());
        }

        public String style() {
            return switch (status) {
                case IN_FORCE -> "tag-met";
                case SUPERSEDED -> "tag-plain";
                case DRAFT, ASKED, SCHEDULED -> "tag-due";
            };
        }
    }

    @GetMapping
    String lists(Actor actor, Model model) {
        var versions = new LinkedHashMap<RiskLevel, List<Version>>();
        for (var level : RiskLevel.values()) {
            var all = lists.findByProvinceAndLevelOrderByVersionDesc(actor.scope(), level);
            versions.put(level, ListVersion.at(clock.instant(), all).stream().map(Version::of).toList());
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
        standing.show(list, locale, model);
        model.addAttribute("sections", sections(list));
        model.addAttribute("coverage", coverage(list));
        return "condition/list";
    }

    @PostMapping("/{id:\\d{1,18}}/removal")
    String discard(@PathVariable long id, @RequestParam long lock, Actor actor, RedirectAttributes redirect) {
        drafting.discard(id, lock, actor);
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
