package org.fugong.submission.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.FileCheck;
import org.fugong.attachment.FileRefused;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.FilingKind;
import org.fugong.submission.Draft;
import org.fugong.submission.Drafts;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
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

    private final Drafts drafts;
    private final Attaching attaching;
    private final FileCheck check;
    private final DraftPages pages;
    private final SaveLimit limit;

    AttachmentsController(Drafts drafts, Attaching attaching, FileCheck check, DraftPages pages, SaveLimit limit) {
        this.drafts = drafts;
        this.attaching = attaching;
        this.check = check;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping
    String files(@PathVariable long id, @PathVariable String code, @RequestParam(required = false) Long replace, Actor actor, Model model) {
        return page(drafts.of(actor, id), code, replace, model);
    }

    /** Attaches each that can be taken, the first in the place of another where one is named; of the others it is told why not. */
    @PostMapping
    String attach(@PathVariable long id, @PathVariable String code, @RequestParam(required = false) Long replace,
            @RequestParam(required = false) List<MultipartFile> files, Actor actor, Model model, RedirectAttributes redirect)
            throws IOException {
        limit.count(actor, id);
        var item = item(drafts.of(actor, id), code);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "attachment");
        var given = replace;
        int added = 0;
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            // a field in which nothing was chosen is sent without a name
            if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                try {
                    attaching.add(actor, id, item.code(), check.check(file.getOriginalFilename(), file.getBytes()), given);
                    given = null;
                    added++;
                } catch (FileRefused e) {
                    binding.reject("attachment.fault." + e.fault(), new Object[]{e.file(), e.fault().limit()}, null);
                }
            }
        }
        if (added == 0 && !binding.hasErrors()) {
            binding.rejectValue("files", "attachment.nothing");
        }
        if (!binding.hasErrors()) {
            redirect.addFlashAttribute("added", true);
            return "redirect:" + DraftPages.root(id) + "/attachments/" + code;
        }
        model.addAttribute("added", added > 0 ? true : null);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "attachment", binding);
        return page(drafts.of(actor, id), code, given, model);
    }

    /** The address of a removal, opened anew, leads to the page with its button. */
    @GetMapping("/{attachment:\\d{1,18}}/removal")
    String again(@PathVariable long id, @PathVariable String code, Actor actor) {
        return "redirect:" + shown(drafts.of(actor, id), code);
    }

    @PostMapping("/{attachment:\\d{1,18}}/removal")
    String remove(@PathVariable long id, @PathVariable String code, @PathVariable long attachment, Actor actor,
            RedirectAttributes redirect) {
        attaching.remove(actor, id, code, attachment);
        redirect.addFlashAttribute("removed", true);
        return "redirect:" + shown(drafts.of(actor, id), code);
    }

    /** Where the files of an item are shown: of one that does not apply among the tasks, as it may have no page of its own. */
    private static String shown(Draft draft, String code) {
        var root = DraftPages.root(draft.filing().id());
        return draft.review().applying().contains(code) ? root + "/attachments/" + code : root;
    }

    private String page(Draft draft, String code, Long replace, Model model) {
        var item = item(draft, code);
        var files = pages.attached(draft).on(code);
        model.addAttribute("item", item).addAttribute("files", files).addAttribute("place", place(draft, item))
                .addAttribute("replaced", files.stream().filter(file -> replace != null && file.id() == replace).findFirst().orElse(null));
        return pages.page("submission/attachments", draft, model);
    }

    private static String place(Draft draft, ConditionItem item) {
        var root = DraftPages.root(draft.filing().id());
        return root + (draft.filing().kind() == FilingKind.COMMITMENT ? "/commitment" : "/conditions/" + item.category()) + "#c-"
                + item.code();
    }

    /** {@link NotFound} where the list has no such item, or the kind has no conditions. */
    private static ConditionItem item(Draft draft, String code) {
        if (!draft.filing().kind().conditions()) {
            throw new NotFound();
        }
        return draft.applicable().list().items().stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }
}
