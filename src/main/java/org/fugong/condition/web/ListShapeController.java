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

/** Writes the rule of a condition by a common shape into the form, where it can be seen and changed before it is saved. */
@Controller
class ListShapeController {

    private final ListDrafting drafting;
    private final EditorChoices choices;

    ListShapeController(ListDrafting drafting, EditorChoices choices) {
        this.drafting = drafting;
        this.choices = choices;
    }

    @PostMapping(path = {"/admin/lists/{id:\\d{1,18}}/items", "/admin/lists/{id:\\d{1,18}}/items/{code}"}, params = "write")
    String write(@PathVariable long id, @PathVariable(required = false) String code, @ModelAttribute("listItem") ListItemForm form, BindingResult typed,
                 @Valid @ModelAttribute("shape") ShapeForm shape, BindingResult binding, Actor actor, Locale locale, Model model) {
        var list = drafting.list(id, actor);
        var written = binding.hasErrors() ? form : shape.shape(list.content(), binding).map(found -> form.ruled(found.applied(form.item()))).orElse(form);
        model.addAttribute("listItem", written);
        return choices.editor(list, written, code == null, locale, model);
    }
}
