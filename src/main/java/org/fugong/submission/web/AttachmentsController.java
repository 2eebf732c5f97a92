package org.fugong.submission.web;

import java.io.IOException;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.attachment.Attaching;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of one condition of a draft: those that are attached, and more of them. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/attachments/{code:\\w{1,60}}")
class AttachmentsController {

    private final Attaching attaching;
    private final AttachmentPages pages;
    private final SaveLimit limit;

    AttachmentsController(Attaching attaching, AttachmentPages pages, SaveLimit limit) {
        this.attaching = attaching;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping
    String files(@PathVariable long id, @PathVariable String code, @RequestParam(required = false) Long replace,
            @RequestParam(required = false) Long before, Actor actor, Model model) {
        return pages.page(actor, id, code, replace, before, model);
    }

    /** Attaches each that can be taken, the first in the place of another where one is named; of the others it is told why not. */
    @PostMapping
    String attach(@PathVariable long id, @PathVariable String code, @RequestParam(required = false) Long replace,
            @RequestParam(required = false) List<MultipartFile> files, Actor actor, Model model, RedirectAttributes redirect)
            throws IOException {
        limit.count(actor, id);
        var item = pages.item(actor, id, code);
        var outcome = new AttachmentPages.Outcome(replace);
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            // a field in which nothing was chosen is sent without a name
            if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                outcome.attach(place -> attaching.add(actor, id, item, file.getOriginalFilename(), file::getBytes, place));
            }
        }
        return pages.after(outcome.orNothing("files", "attachment.nothing"), actor, id, code, model, redirect);
    }

    /** Attaches files that the firm has attached elsewhere, without their being sent again; as many as there is room for. */
    @PostMapping("/earlier")
    String reuse(@PathVariable long id, @PathVariable String code, @RequestParam(required = false) Long replace,
            @RequestParam(defaultValue = "") List<Long> earlier, Actor actor, Model model, RedirectAttributes redirect)
            throws IOException {
        limit.count(actor, id);
        var item = pages.item(actor, id, code);
        var outcome = new AttachmentPages.Outcome(replace);
        for (var one : earlier) {
            outcome.attach(place -> attaching.reuse(actor, id, item, one, place));
        }
        return pages.after(outcome.orNothing("earlier", "attachment.earlier.nothing"), actor, id, code, model, redirect);
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping({"/earlier", "/{attachment:\\d{1,18}}/removal"})
    String again(@PathVariable long id, @PathVariable String code, Actor actor) {
        return "redirect:" + pages.shown(actor, id, code);
    }

    @PostMapping("/{attachment:\\d{1,18}}/removal")
    String remove(@PathVariable long id, @PathVariable String code, @PathVariable long attachment, Actor actor,
            RedirectAttributes redirect) {
        attaching.remove(actor, id, code, attachment);
        redirect.addFlashAttribute("removed", true);
        return "redirect:" + pages.shown(actor, id, code);
    }
}
