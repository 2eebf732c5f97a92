package org.fugong.condition.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.Refusal;
import org.fugong.condition.page.ListStanding;
import org.fugong.condition.page.RedLine;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.RuleException;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A condition at another level than that of its list: how it stands there, and putting it into the draft of that level. */
@Controller
@RequestMapping("/admin/lists/{id:\\d{1,18}}/items/{code}/levels/{level}")
class ListLevelController {

    private final ListDrafting drafting;
    private final ConditionLists lists;
    private final RedLine redLine;
    private final ListStanding standing;

    ListLevelController(ListDrafting drafting, ConditionLists lists, RedLine redLine, ListStanding standing) {
        this.drafting = drafting;
        this.lists = lists;
        this.redLine = redLine;
        this.standing = standing;
    }

    /**
     * With which use the condition is to stand at the other level; {@code lock} is the state of its draft that was shown, empty
     * where there was none.
     */
    record LevelForm(String use, String lock) {

        Optional<ConditionUse> purpose() {
            return Stream.of(ConditionUse.values()).filter(value -> value.name().equals(use)).findFirst();
        }
    }

    @GetMapping
    String item(@PathVariable long id, @PathVariable String code, @PathVariable RiskLevel level, Actor actor, Locale locale, Model model) {
        var there = newest(level, actor);
        model.addAttribute("other", new LevelForm(there.content().item(code).map(item -> item.use().name()).orElse(""), lock(there)));
        return page(drafting.list(id, actor), code, there, locale, model);
    }

    @PostMapping
    String carry(@PathVariable long id, @PathVariable String code, @PathVariable RiskLevel level, @ModelAttribute("other") LevelForm form,
            BindingResult binding, Actor actor, Locale locale, Model model, RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        if (form.purpose().isEmpty()) {
            binding.rejectValue("use", "listItem.choose");
            return page(list, code, newest(level, actor), locale, model);
        }
        try {
            var draft = drafting.carry(id, code, level, form.purpose().orElseThrow(),
                    Typed.whole(form.lock()).map(Integer::longValue).orElse(null), actor);
            redirect.addFlashAttribute("done", "editor.carry.done");
            return "redirect:/admin/lists/" + draft.id() + "#" + code;
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> binding.rejectValue("use", reason.key(), reason.arguments().toArray(), null));
        } catch (RuleException e) {
            e.problems().forEach(problem -> binding.rejectValue("use", "publication.rule", new Object[]{problem.code(),
                    new DefaultMessageSourceResolvable(new String[]{problem.key()}, problem.arguments().toArray())}, null));
        } catch (OptimisticLockingFailureException e) {
            binding.rejectValue("use", "editor.carry.overtaken");
            standing.tell(newest(level, actor), binding);
        }
        return page(list, code, newest(level, actor), locale, model);
    }

    private ConditionList newest(RiskLevel level, Actor actor) {
        return lists.findByProvinceAndLevelOrderByVersionDesc(actor.scope(), level).stream().findFirst().orElseThrow(NotFound::new);
    }

    private static String lock(ConditionList list) {
        return list.draft() ? String.valueOf(list.lock()) : "";
    }

    private String page(ConditionList list, String code, ConditionList there, Locale locale, Model model) {
        var item = list.content().item(code).orElseThrow(NotFound::new);
        model.addAttribute("list", list);
        model.addAttribute("item", item);
        model.addAttribute("there", there);
        model.addAttribute("lock", lock(there));
        model.addAttribute("uses", ConditionUse.values());
        model.addAttribute("changes", redLine.between(there.content().withItems(there.content().item(code).stream().toList()),
                list.content().withItems(List.of(item)), locale));
        return "condition/list-item-level";
    }
}
