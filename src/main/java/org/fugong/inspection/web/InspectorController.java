package org.fugong.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.fugong.account.Actor;
import org.fugong.account.LastChanges;
import org.fugong.inspection.Inspectors;
import org.fugong.inspection.Inspectors.CredentialTaken;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
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

/** The credentials of a county's officials, kept by its admin. */
@Controller
@RequestMapping("/admin/inspectors")
class InspectorController {

    private static final int PAGE = 50;
    private static final int SHORTEST = 4;

    private final Inspectors inspectors;
    private final LastChanges changes;
    private final Clock clock;

    InspectorController(Inspectors inspectors, LastChanges changes, Clock clock) {
        this.inspectors = inspectors;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    String all(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        var rows = inspectors.page(actor, after, PAGE + 1);
        model.addAttribute("rows", rows.stream().limit(PAGE).toList()).addAttribute("today", LocalDate.now(clock))
                .addAttribute("first", after.isEmpty() ? null : "/admin/inspectors")
                .addAttribute("next", rows.size() > PAGE ? "/admin/inspectors?after=" + rows.get(PAGE - 1).login() : null);
        return "inspection/inspectors";
    }

    @GetMapping("/{id:\\d{1,18}}")
    String one(Actor actor, @PathVariable long id, Model model) {
        var inspector = inspectors.of(actor, id);
        model.addAttribute("inspector", inspector).addAttribute("credential", CredentialForm.of(inspector));
        return "inspection/inspector";
    }

    @PostMapping("/{id:\\d{1,18}}")
    String keep(Actor actor, @PathVariable long id, @Valid @ModelAttribute("credential") CredentialForm form, BindingResult binding,
            Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var inspector = inspectors.of(actor, id);
        var until = DayRange.read(form.until()).orElse(null);
        var no = Typed.plain(form.no());
        if (!binding.hasFieldErrors("no") && no.length() < SHORTEST) {
            binding.rejectValue("no", "credential.no.short", new Object[]{SHORTEST}, null);
        }
        if (!binding.hasFieldErrors("until") && until == null) {
            binding.rejectValue("until", "credential.until.unreadable");
        }
        if (!binding.hasErrors() && !DayRange.POSSIBLE.rejects(until, "until", binding)) {
            try {
                inspectors.keep(actor, id, no, until, Typed.whole(form.seen()).orElse(Integer.MIN_VALUE));
                redirect.addFlashAttribute("saved", true);
                return "redirect:/admin/inspectors";
            } catch (CredentialTaken e) {
                binding.rejectValue("no", "credential.no.taken");
            } catch (OptimisticLockingFailureException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                changes.tell("inspector:" + inspector.login(), Set.of("inspector.credentialed"), binding);
            }
        }
        model.addAttribute("inspector", inspector);
        return "inspection/inspector";
    }
}
