package org.fugong.condition.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.Refusal;
import org.fugong.condition.page.ListStanding;
import org.fugong.condition.page.RedLine;
import org.fugong.web.NotFound;
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

/** The conditions of one list: edited in a draft, only read in what is published. */
@Controller
@RequestMapping("/admin/lists/{id:\\d{1,18}}")
class ListItemController {

    private final ListDrafting drafting;
    private final RedLine redLine;
    private final EditConflict collision;
    private final EditorChoices choices;
    private final ListStanding standing;

    ListItemController(ListDrafting drafting, RedLine redLine, EditConflict collision, EditorChoices choices,
            ListStanding standing) {
        this.drafting = drafting;
        this.redLine = redLine;
        this.collision = collision;
        this.choices = choices;
        this.standing = standing;
    }

    @GetMapping("/items/{code}")
    String item(@PathVariable long id, @PathVariable String code, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        var item = list.content().item(code).orElseThrow(NotFound::new);
        if (list.editable()) {
            var form = ListItemForm.of(item, list.lock());
            model.addAttribute("listItem", form);
            return choices.editor(list, form, false, locale, model);
        }
        model.addAttribute("list", list);
        model.addAttribute("item", item);
        model.addAttribute("elsewhere", choices.elsewhere(list, code));
        model.addAttribute("rows", redLine.of(item, list.content(), locale));
        return "condition/list-item-view";
    }

    @PostMapping("/items/{code}")
    String save(@PathVariable long id, @PathVariable String code, @Valid @ModelAttribute("listItem") ListItemForm form,
            BindingResult binding,
            @RequestParam(defaultValue = "") List<String> theirs, Actor actor, Locale locale, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        var present = list.content().item(code);
        if (!binding.hasFieldErrors("code") && !code.equals(form.code())) {
            binding.rejectValue("code", "listItem.code.fixed");
        }
        new ListItemCheck(form, list.content(), binding).run();
        if (binding.hasErrors()) {
            return choices.editor(list, form, false, locale, model);
        }
        try {
            // only over what was shown: a third edit is shown first
            var item = present.filter(now -> form.seen().equals(Optional.of(list.lock())))
                    .map(now -> collision.merged(form.item(), now, theirs))
                    .orElseGet(form::item);
            drafting.replace(id, form.seen().orElse(-1L), item, actor);
            return done("lists.saved", id, code, redirect);
        } catch (OptimisticLockingFailureException e) {
            model.addAttribute("overtaken", collision.rows(list, form.item(), form.seen().orElse(0L), locale));
            // what the other one has removed can only be added again
            boolean removed = present.isEmpty();
            model.addAttribute("removed", removed);
            response.setStatus(HttpStatus.CONFLICT.value());
            return choices.editor(list, form, removed, locale, model);
        }
    }

    @GetMapping("/items/new")
    String blank(@PathVariable long id, @ModelAttribute("listItem") ListItemForm form, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        if (!list.editable()) {
            throw new NotFound();
        }
        return choices.editor(list, form, true, locale, model);
    }

    @PostMapping("/items")
    String add(@PathVariable long id, @Valid @ModelAttribute("listItem") ListItemForm form, BindingResult binding, Actor actor,
            Locale locale,
            Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        new ListItemCheck(form, list.content(), binding).run();
        if (binding.hasErrors()) {
            return choices.editor(list, form, true, locale, model);
        }
        try {
            drafting.add(id, form.seen().orElse(-1L), form.item(), actor);
            return done("lists.added", id, form.code(), redirect);
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> binding.rejectValue(reason.field(), reason.key(), reason.arguments().toArray(), null));
        } catch (OptimisticLockingFailureException e) {
            model.addAttribute("overtaken", List.of());
            response.setStatus(HttpStatus.CONFLICT.value());
        }
        return choices.editor(list, form, true, locale, model);
    }

    @PostMapping("/items/{code}/removal")
    String remove(@PathVariable long id, @PathVariable String code, @RequestParam long lock, Actor actor, RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        try {
            drafting.remove(id, lock, code, actor);
            redirect.addFlashAttribute("done", "lists.removed");
        } catch (OptimisticLockingFailureException e) {
            redirect.addFlashAttribute("overtaken", standing.overtaken(list));
        }
        return "redirect:/admin/lists/" + id;
    }

    /** Moves a condition one place among those of its heading. */
    @PostMapping("/items/{code}/position")
    String move(@PathVariable long id, @PathVariable String code, @RequestParam long lock, @RequestParam String direction, Actor actor,
            RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        var content = list.content();
        var item = content.item(code).orElseThrow(NotFound::new);
        var codes = new ArrayList<>(content.items().stream().map(ConditionItem::code).toList());
        var beside = content.items().stream().filter(other -> other.category().equals(item.category())).map(ConditionItem::code).toList();
        int to = beside.indexOf(code) + ("up".equals(direction) ? -1 : 1);
        if (to >= 0 && to < beside.size()) {
            Collections.swap(codes, codes.indexOf(code), codes.indexOf(beside.get(to)));
            try {
                drafting.order(id, lock, codes, actor);
            } catch (OptimisticLockingFailureException e) {
                redirect.addFlashAttribute("overtaken", standing.overtaken(list));
            }
        }
        return "redirect:/admin/lists/" + id + "#" + code;
    }

    /** What is wrong with the rules while they are typed, or how the rule reads; a part of the page. */
    @PostMapping("/rule-check")
    String check(@PathVariable long id, @ModelAttribute("listItem") ListItemForm form, Actor actor, Locale locale, Model model) {
        model.addAttribute("check", RuleCheck.of(drafting.list(id, actor).content(), form.item()));
        return "condition/rule-check :: result";
    }

    private static String done(String key, long id, String code, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", key);
        return "redirect:/admin/lists/" + id + "#" + code;
    }
}
