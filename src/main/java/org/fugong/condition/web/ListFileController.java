package org.fugong.condition.web;

import java.io.IOException;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.Refusal;
import org.fugong.condition.file.ListReading;
import org.fugong.condition.file.ListWriting;
import org.fugong.condition.file.UnreadableList;
import org.fugong.condition.page.ListStanding;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** A list as a file: any version to take away, and one to bring back into the draft of a level. */
@Controller
@RequestMapping("/admin/lists")
class ListFileController {

    private final ListDrafting drafting;
    private final ConditionLists lists;
    private final ListStanding standing;

    ListFileController(ListDrafting drafting, ConditionLists lists, ListStanding standing) {
        this.drafting = drafting;
        this.lists = lists;
        this.standing = standing;
    }

    @GetMapping("/{id:\\d{1,18}}.yaml")
    ResponseEntity<byte[]> file(@PathVariable long id, Actor actor) {
        var list = drafting.list(id, actor);
        var name = "fugong-%s-%s-%d.yaml".formatted(list.province(), list.level().name().toLowerCase(Locale.ROOT), list.version());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(ListWriting.of(list.content(), list.level()));
    }

    @GetMapping("/drafts/file")
    String upload(@RequestParam RiskLevel level, @ModelAttribute("upload") UploadForm form, Actor actor, Model model) {
        return page(level, actor, model);
    }

    @PostMapping("/drafts/file")
    String upload(@RequestParam RiskLevel level, @ModelAttribute("upload") UploadForm form, BindingResult binding, Actor actor, Model model,
            RedirectAttributes redirect) throws IOException {
        if (!form.given()) {
            binding.rejectValue("file", "editor.upload.none");
        }
        if (form.seen().isPresent() && !form.mayReplace()) {
            binding.rejectValue("replace", "editor.upload.not-said");
        }
        if (binding.hasErrors()) {
            return page(level, actor, model);
        }
        try {
            var content = ListReading.of(form.file().getBytes(), level);
            var draft = drafting.fill(level, form.seen().orElse(null), content, actor);
            redirect.addFlashAttribute("done", "editor.upload.done");
            return "redirect:/admin/lists/" + draft.id();
        } catch (UnreadableList e) {
            model.addAttribute("problems", e.problems());
            binding.rejectValue("file", "editor.upload.problems", new Object[]{e.problems().size()}, null);
        } catch (Refusal refusal) {
            refusal.reasons().forEach(reason -> binding.rejectValue("replace", reason.key(), reason.arguments().toArray(), null));
        } catch (OptimisticLockingFailureException e) {
            binding.rejectValue("replace", "editor.upload.overtaken");
            standing.tell(newest(level, actor), binding);
        }
        return page(level, actor, model);
    }

    private String page(RiskLevel level, Actor actor, Model model) {
        model.addAttribute("level", level);
        model.addAttribute("newest", newest(level, actor));
        return "condition/list-file";
    }

    private ConditionList newest(RiskLevel level, Actor actor) {
        return lists.findByProvinceAndLevelOrderByVersionDesc(actor.scope(), level).stream().findFirst().orElseThrow(NotFound::new);
    }
}
