package org.fugong.condition.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionList;
import org.fugong.condition.Example;
import org.fugong.condition.GoldenExamples;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.Refusal;
import org.fugong.condition.page.ListStanding;
import org.fugong.rule.RuleException;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
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

/** The examples that a list is tried on; the one after the last is a new one. */
@Controller
@RequestMapping("/admin/lists/{id:\\d{1,18}}/examples")
class ListExampleController {

    private static final Example BLANK = new Example("", Map.of(), Map.of(), Map.of());
    private static final int MOST = 50;

    private final ListDrafting drafting;
    private final ExamplePage examples;
    private final ListStanding standing;

    ListExampleController(ListDrafting drafting, ExamplePage examples, ListStanding standing) {
        this.drafting = drafting;
        this.examples = examples;
        this.standing = standing;
    }

    @GetMapping
    String examples(@PathVariable long id, Actor actor, Model model) {
        var list = drafting.list(id, actor);
        model.addAttribute("list", list);
        try {
            model.addAttribute("tried", GoldenExamples.tried(list.content()));
        } catch (RuleException e) {
            model.addAttribute("problems", e.problems());
        }
        return "condition/list-examples";
    }

    @GetMapping("/{number:\\d{1,2}}")
    String example(@PathVariable long id, @PathVariable int number, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        var present = list.content().examples();
        if (number > present.size() || number == present.size() && !list.editable() || number >= MOST) {
            throw new NotFound();
        }
        var example = number < present.size() ? present.get(number) : BLANK;
        model.addAttribute("example", ExampleForm.of(example, list.content(), list.lock()));
        return page(list, number, example, locale, model);
    }

    @PostMapping("/{number:\\d{1,2}}")
    String save(@PathVariable long id, @PathVariable int number, @Valid @ModelAttribute("example") ExampleForm form, BindingResult binding,
            Actor actor, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        var example = form.example(list.content(), binding);
        if (!binding.hasErrors() && number < MOST) {
            try {
                drafting.put(id, Typed.whole(form.lock()).orElse(-1), number, example, actor);
                redirect.addFlashAttribute("done", "editor.example.saved");
                return "redirect:/admin/lists/" + id + "/examples";
            } catch (Refusal refusal) {
                refusal.reasons().forEach(reason -> binding.rejectValue(reason.field(), reason.key(), reason.arguments().toArray(), null));
            } catch (OptimisticLockingFailureException e) {
                if (!list.editable()) {
                    throw e;
                }
                response.setStatus(HttpStatus.CONFLICT.value());
                standing.tell(list, binding);
                list.content().examples().stream().skip(number).limit(1)
                        .forEach(there -> binding.reject("editor.example.overtaken", new Object[]{there.name()}, null));
                model.addAttribute("seen", list.lock());
            }
        }
        return page(list, number, example, locale, model);
    }

    /** Fills in what the rules find as what is expected; it is saved only after somebody has looked at it. */
    @PostMapping(path = "/{number:\\d{1,2}}", params = "take")
    String take(@PathVariable long id, @PathVariable int number, @ModelAttribute("example") ExampleForm form, BindingResult binding,
            Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        var example = form.example(list.content(), binding);
        if (!binding.hasErrors()) {
            example = ExamplePage.taken(list.content(), example);
            model.addAttribute("example", ExampleForm.of(example, list.content(), Typed.whole(form.lock()).orElse(-1)));
        }
        return page(list, number, example, locale, model);
    }

    @PostMapping("/{number:\\d{1,2}}/removal")
    String remove(@PathVariable long id, @PathVariable int number, @RequestParam long lock, Actor actor, RedirectAttributes redirect) {
        var list = drafting.list(id, actor);
        try {
            drafting.removeExample(id, lock, number, actor);
            redirect.addFlashAttribute("done", "editor.example.removed");
        } catch (OptimisticLockingFailureException e) {
            redirect.addFlashAttribute("overtaken", standing.overtaken(list));
        }
        return "redirect:/admin/lists/" + id + "/examples";
    }

    private String page(ConditionList list, int number, Example example, Locale locale, Model model) {
        model.addAttribute("list", list);
        model.addAttribute("number", number);
        model.addAttribute("facts", examples.facts(list.content(), locale));
        model.addAttribute("answers", examples.answers(list.content(), locale));
        model.addAttribute("verdicts", examples.verdicts(locale));
        model.addAttribute("found", ExamplePage.found(list.content(), example));
        return "condition/list-example";
    }
}
