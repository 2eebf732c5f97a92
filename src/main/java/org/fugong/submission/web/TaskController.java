package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.function.Supplier;
import org.fugong.account.Actor;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingChanging;
import org.fugong.submission.ShownDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
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
    private final FilingChanging changing;
    private final DraftPages pages;

    TaskController(Drafts drafts, DraftEditing editing, FilingChanging changing, DraftPages pages) {
        this.drafts = drafts;
        this.editing = editing;
        this.changing = changing;
        this.pages = pages;
    }

    @GetMapping
    String tasks(@PathVariable long id, Actor actor, Model model) {
        return page(drafts.of(actor, id), model);
    }

    /** What only a form is sent to leads back to the page with that form. */
    @GetMapping({"/kind", "/acknowledgement", "/deletion", "/separation"})
    String again(@PathVariable long id, Actor actor) {
        return "redirect:" + DraftPages.root(drafts.of(actor, id).filing().id());
    }

    /** Another kind that is offered now; one that is not leads back to the list, which says what is. */
    @PostMapping("/kind")
    String choose(@PathVariable long id, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String lock,
            Actor actor, Model model, HttpServletResponse response) {
        var shown = ShownDraft.read(lock);
        return act(id, "kind", shown, actor, model, response, () -> {
            drafts.of(actor, id).applicable().kinds().stream().filter(offered -> offered.name().equals(kind)).findFirst()
                    .ifPresent(offered -> editing.choose(actor, id, shown, offered));
            return "redirect:" + DraftPages.root(id);
        });
    }

    /** The firm has seen what changed. */
    @PostMapping("/acknowledgement")
    String acknowledge(@PathVariable long id, @RequestParam(defaultValue = "") String lock, Actor actor, Model model,
            HttpServletResponse response) {
        var shown = ShownDraft.read(lock);
        return act(id, "acknowledgement", shown, actor, model, response, () -> {
            editing.acknowledge(actor, id, shown);
            return "redirect:" + DraftPages.root(id);
        });
    }

    /** What the draft was to change is in force no longer: it goes on as a filing by itself. */
    @PostMapping("/separation")
    String separate(@PathVariable long id, Actor actor) {
        changing.anew(actor, id);
        return "redirect:" + DraftPages.root(id) + "/check";
    }

    @PostMapping("/deletion")
    String discard(@PathVariable long id, @RequestParam(defaultValue = "") String lock, Actor actor, Model model,
            HttpServletResponse response) {
        var shown = ShownDraft.read(lock);
        return act(id, "deletion", shown, actor, model, response, () -> {
            editing.discard(actor, id, shown);
            return "redirect:/my";
        });
    }

    /** An act on the draft as it was shown; whoever was overtaken sees the draft as it is, and is asked once more. */
    private String act(long id, String act, ShownDraft shown, Actor actor, Model model, HttpServletResponse response,
            Supplier<String> done) {
        try {
            return done.get();
        } catch (DraftEditing.Overtaken e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            var draft = drafts.of(actor, id);
            var binding = new MapBindingResult(new HashMap<>(), "act");
            if (shown.sameBasis(ShownDraft.of(draft, pages.attached(draft))) || act.equals("deletion")) {
                binding.reject("tasks.overtaken." + act, pages.lastSave(draft), null);
            } else {
                binding.reject("tasks.overtaken");
            }
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "act", binding).addAttribute("overtaken", act);
            return page(draft, model);
        }
    }

    private String page(Draft draft, Model model) {
        model.addAttribute("contextChange", drafts.contextChange(draft).orElse(null));
        return pages.page("submission/tasks", draft, model);
    }
}
