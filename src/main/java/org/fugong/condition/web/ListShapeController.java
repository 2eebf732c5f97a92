package org.fugong.condition.web;

import jakarta.validation.Valid;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.condition.ListDrafting;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A rule before it is saved: written by a common shape into the form, where it can be seen and changed, or only looked at. */
@Controller
class ListShapeController {

    private final ListDrafting drafting;
    private final EditorChoices choices;

    ListShapeController(ListDrafting drafting, EditorChoices choices) {
        this.drafting = drafting;
        this.choices = choices;
    }

    @PostMapping(path = {"/admin/lists/{id:\\d{1,18}}/items", "/admin/lists/{id:\\d{1,18}}/items/{code}"}, params = "write")
    String write(@PathVariable long id, @PathVariable(required = false) String code, @ModelAttribute("listItem") ListItemForm form,
            BindingResult typed,
            @Valid @ModelAttribute("shape") ShapeForm shape, BindingResult binding, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        var written = binding.hasErrors()
                ? form
                : shape.shape(list.content(), binding).map(found -> form.ruled(form.item().judgedBy(found.applied(form.item()))))
                        .orElse(form);
        model.addAttribute("listItem", written);
        return choices.editor(list, written, code == null, locale, model);
    }

    /** The page with what the rules are found to be, for those whose browser does not ask while they type. */
    @PostMapping(path = {"/admin/lists/{id:\\d{1,18}}/items", "/admin/lists/{id:\\d{1,18}}/items/{code}"}, params = "check")
    String check(@PathVariable long id, @PathVariable(required = false) String code, @ModelAttribute("listItem") ListItemForm form,
            Actor actor,
            Locale locale, Model model) {
        return choices.editor(drafting.list(id, actor), form, code == null, locale, model);
    }
}
