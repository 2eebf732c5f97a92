package org.fugong.submission.web;

import org.fugong.account.Actor;
import org.fugong.filing.FilingKind;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task list of a draft. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}")
class TaskController {

    private final Drafts drafts;
    private final DraftEditing editing;
    private final DraftPages pages;

    TaskController(Drafts drafts, DraftEditing editing, DraftPages pages) {
        this.drafts = drafts;
        this.editing = editing;
        this.pages = pages;
    }

    @GetMapping
    String tasks(@PathVariable long id, Actor actor, Model model) {
        var draft = drafts.of(actor, id);
        model.addAttribute("contextChange", drafts.contextChange(draft).orElse(null));
        return pages.page("submission/tasks", draft, model);
    }

    /** What only a form is sent to leads back to the page with that form. */
    @GetMapping({"/kind", "/acknowledgement", "/deletion"})
    String again(@PathVariable long id, Actor actor) {
        return "redirect:" + DraftPages.root(drafts.of(actor, id).filing().id());
    }

    /** Another kind that is offered now; one that is not leads back to the list, which says what is. */
    @PostMapping("/kind")
    String choose(@PathVariable long id, @RequestParam(defaultValue = "") String kind, Actor actor) {
        drafts.of(actor, id).applicable().kinds().stream().filter(offered -> offered.name().equals(kind)).findFirst()
                .ifPresent(offered -> choose(actor, id, offered));
        return "redirect:" + DraftPages.root(id);
    }

    private void choose(Actor actor, long id, FilingKind kind) {
        editing.choose(actor, id, kind);
    }

    /** The firm has seen what changed. */
    @PostMapping("/acknowledgement")
    String acknowledge(@PathVariable long id, Actor actor) {
        editing.acknowledge(actor, id);
        return "redirect:" + DraftPages.root(id);
    }

    @PostMapping("/deletion")
    String discard(@PathVariable long id, Actor actor) {
        editing.discard(actor, id);
        return "redirect:/my";
    }
}
