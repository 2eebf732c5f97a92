package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.fugong.edit.FormTexts;
import org.fugong.edit.SavedFields;
import org.fugong.account.Actor;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.web.Dates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan of a draft: when, how many, who answers for it. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/plan")
class PlanController {

    private static final SavedFields FIELDS = SavedFields.of(FormTexts.of(PlanForm.EMPTY).keySet(), field -> "plan." + field);

    private final Drafts drafts;
    private final DraftEditing editing;
    private final DraftPages pages;
    private final SaveLimit limit;
    private final Clock clock;

    PlanController(Drafts drafts, DraftEditing editing, DraftPages pages, SaveLimit limit, Clock clock) {
        this.drafts = drafts;
        this.editing = editing;
        this.pages = pages;
        this.limit = limit;
        this.clock = clock;
    }

    @GetMapping
    String plan(@PathVariable long id, @RequestParam(required = false) String back, Actor actor, Model model) {
        var draft = drafts.of(actor, id);
        return page(draft, PlanForm.of(draft.filing().plan()), back, model);
    }

    @PostMapping
    String save(@PathVariable long id, @RequestParam(required = false) String back, HttpServletRequest request,
            @Valid @ModelAttribute("plan") PlanForm form, BindingResult binding, Actor actor, Model model) {
        limit.count(actor, id);
        drafts.of(actor, id);
        var seen = FIELDS.seen(request);
        var changed = FormTexts.map(form, seen::changed);
        var overtaken = editing.plan(actor, id, FIELDS.versions(seen),
                known -> changed.accepted(known, LocalDate.ofInstant(clock.instant(), Dates.ZONE), binding));
        var draft = drafts.of(actor, id);
        var stored = PlanForm.of(draft.filing().plan());
        FIELDS.tell(overtaken, draft.filing().edits(), FormTexts.of(stored), binding, model);
        if (!binding.hasErrors() && !Autosave.asked(request)) {
            return DraftPages.next(draft, "/plan", back);
        }
        var page = page(draft, FormTexts.over(changed, stored), back, model);
        // another object under the name of the form would drop its errors
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "plan", binding);
        return page;
    }

    private String page(Draft draft, PlanForm shown, String back, Model model) {
        model.addAttribute("plan", shown).addAttribute("back", back);
        FIELDS.show(draft.filing().edits(), FormTexts.of(PlanForm.of(draft.filing().plan())), model);
        return pages.page("submission/plan", draft, model);
    }
}
