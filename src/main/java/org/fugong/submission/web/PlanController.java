package org.fugong.submission.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.fugong.account.Actor;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a draft: when, how many, who answers for it. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/plan")
class PlanController {

    private final Drafts drafts;
    private final DraftEditing editing;
    private final DraftPages pages;
    private final Clock clock;

    PlanController(Drafts drafts, DraftEditing editing, DraftPages pages, Clock clock) {
        this.drafts = drafts;
        this.editing = editing;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String plan(@PathVariable long id, @RequestParam(required = false) String back, Actor actor, Model model) {
        var draft = drafts.of(actor, id);
        model.addAttribute("plan", PlanForm.of(draft.filing().plan())).addAttribute("back", back);
        return pages.page("submission/plan", draft, model);
    }

    @PostMapping
    String save(@PathVariable long id, @RequestParam(required = false) String back,
            @RequestHeader(name = "HX-Request", required = false) String field,
            @Valid @ModelAttribute("plan") PlanForm form, BindingResult binding, Actor actor, Model model) {
        editing.plan(actor, id, known -> form.accepted(known, LocalDate.ofInstant(clock.instant(), org.fugong.web.Dates.ZONE), binding));
        var draft = drafts.of(actor, id);
        if (!binding.hasErrors() && field == null) {
            return DraftPages.next(draft, "/plan", back);
        }
        model.addAttribute("plan", form.over(PlanForm.of(draft.filing().plan()))).addAttribute("back", back);
        // another object under the name of the form would drop its errors
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "plan", binding);
        return pages.page("submission/plan", draft, model);
    }
}
