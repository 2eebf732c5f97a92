package org.fugong.publication.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.impact.Impact;
import org.fugong.impact.ListImpacts;
import org.fugong.rule.RuleException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom a version of the province's list touches: foreseen before it is published, beside what then came. */
@Controller
@RequestMapping("/admin/lists/{id:\\d{1,18}}/impact")
class ListImpactController {

    private final ListDrafting drafting;
    private final ListImpacts impacts;
    private final ImpactPages pages;

    ListImpactController(ListDrafting drafting, ListImpacts impacts, ImpactPages pages) {
        this.drafting = drafting;
        this.impacts = impacts;
        this.pages = pages;
    }

    @GetMapping
    String show(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        pages.summary(impacts.foreseen(list).orElse(null), impacts.seen(list).orElse(null), list, locale, model);
        model.addAttribute("list", list).addAttribute("fresh", impacts.fresh(list)).addAttribute("base", base(id));
        return "publication/list-impact";
    }

    @PostMapping
    String foresee(@PathVariable long id, Actor actor, RedirectAttributes redirect) {
        try {
            impacts.foresee(id, actor);
        } catch (RuleException e) {
            redirect.addFlashAttribute("broken", e.problems().stream().map(problem -> problem.code()).distinct().toList());
        }
        return "redirect:" + base(id);
    }

    @GetMapping("/firms")
    String firms(@PathVariable long id, @RequestParam(defaultValue = "FORESEEN") String phase, @RequestParam(required = false) String code,
            @RequestParam(defaultValue = "") String after, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        model.addAttribute("base", base(id));
        return impact(list, phase).map(impact -> pages.firms(impact, code, after, list.version(), locale, model))
                .orElse("redirect:" + base(id));
    }

    @GetMapping("/firms.csv")
    void download(@PathVariable long id, @RequestParam(defaultValue = "FORESEEN") String phase, Actor actor, Locale locale,
            HttpServletResponse response) throws IOException {
        pages.download(impact(drafting.list(id, actor), phase), base(id), locale, response);
    }

    private Optional<Impact> impact(ConditionList list, String phase) {
        return phase.equals("SEEN") ? impacts.seen(list) : impacts.foreseen(list);
    }

    private static String base(long id) {
        return "/admin/lists/" + id + "/impact";
    }
}
