package org.fugong.submission.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import org.fugong.account.Actor;
import org.fugong.attachment.FileRefused;
import org.fugong.attachment.Uploads;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.FilingKind;
import org.fugong.submission.Draft;
import org.fugong.submission.Drafts;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the files of one condition, and what it says after some were sent. */
@Component
class AttachmentPages {

    private final Drafts drafts;
    private final DraftPages pages;

    AttachmentPages(Drafts drafts, DraftPages pages) {
        this.drafts = drafts;
        this.pages = pages;
    }

    /** Attaches a file, in the place of another where one is given. */
    interface Attach {
        void inPlaceOf(Long replaced) throws FileRefused, IOException;
    }

    /** What has become of files that were sent: the first that is taken has the place of another where one was named. */
    static final class Outcome {

        private final BindingResult binding = new MapBindingResult(new LinkedHashMap<>(), "attachment");
        private Long replace;
        private int added;

        Outcome(Long replace) {
            this.replace = replace;
        }

        /** Of one that is refused it is told why; the others are attached. */
        Outcome attach(Attach file) throws IOException {
            try {
                file.inPlaceOf(replace);
                replace = null;
                added++;
            } catch (FileRefused e) {
                binding.reject("attachment.fault." + e.fault(), new Object[]{e.file(), e.fault().limit()}, null);
            }
            return this;
        }

        /** Says beside a field that nothing was chosen, if nothing was. */
        Outcome orNothing(String field, String words) {
            if (added == 0 && !binding.hasErrors()) {
                binding.rejectValue(field, words);
            }
            return this;
        }
    }

    String address(long id, String code) {
        return DraftPages.root(id) + "/attachments/" + code;
    }

    /** Where the files of an item are shown: of one that does not apply among the tasks, as it may have no page of its own. */
    String shown(Actor actor, long id, String code) {
        return drafts.of(actor, id).review().applying().contains(code) ? address(id, code) : DraftPages.root(id);
    }

    String after(Outcome outcome, Actor actor, long id, String code, Model model, RedirectAttributes redirect) {
        if (!outcome.binding.hasErrors()) {
            redirect.addFlashAttribute("added", true);
            return "redirect:" + address(id, code);
        }
        model.addAttribute("added", outcome.added > 0 ? true : null);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "attachment", outcome.binding);
        return page(actor, id, code, outcome.replace, null, model);
    }

    /** @param before from which one on the earlier files are shown, or null */
    String page(Actor actor, long id, String code, Long replace, Long before, Model model) {
        var draft = drafts.of(actor, id);
        var item = item(draft, code);
        var files = pages.attached(draft).on(code);
        var earlier = pages.earlier(draft, code, before);
        model.addAttribute("item", item).addAttribute("files", files).addAttribute("place", place(draft, item))
                .addAttribute("earlier", earlier.rows()).addAttribute("older", earlier.after()).addAttribute("before", before)
                .addAttribute("piece", Uploads.PIECE).addAttribute("largest", Uploads.LARGEST)
                .addAttribute("replaced", files.stream().filter(file -> replace != null && file.id() == replace).findFirst().orElse(null));
        return pages.page("submission/attachments", draft, model);
    }

    /** The code of an item that files may be attached to; {@link NotFound} where the list has none, or the kind no conditions. */
    String item(Actor actor, long id, String code) {
        return item(drafts.of(actor, id), code).code();
    }

    private static String place(Draft draft, ConditionItem item) {
        var root = DraftPages.root(draft.filing().id());
        return root + (draft.filing().kind() == FilingKind.COMMITMENT ? "/commitment" : "/conditions/" + item.category()) + "#c-"
                + item.code();
    }

    private static ConditionItem item(Draft draft, String code) {
        if (!draft.filing().kind().conditions()) {
            throw new NotFound();
        }
        return draft.applicable().list().items().stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow(NotFound::new);
    }
}
