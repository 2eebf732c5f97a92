package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.FreshProof;
import org.fugong.account.Proof;
import org.fugong.account.SignIn;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.submission.CommitmentLetter;
import org.fugong.submission.Draft;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingSubmission;
import org.fugong.submission.SubmissionRefused;
import org.fugong.web.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Checking everything on one page, and submitting it. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}")
class SubmissionController {

    private final Drafts drafts;
    private final FilingSubmission submission;
    private final CommitmentLetter letters;
    private final DraftPages pages;
    private final FreshProof proofs;
    private final Clock clock;

    SubmissionController(Drafts drafts, FilingSubmission submission, CommitmentLetter letters, DraftPages pages,
            FreshProof proofs, Clock clock) {
        this.drafts = drafts;
        this.submission = submission;
        this.letters = letters;
        this.pages = pages;
        this.proofs = proofs;
        this.clock = clock;
    }

    @GetMapping("/check")
    String check(@PathVariable long id, Actor actor, Model model, Locale locale) {
        var draft = drafts.of(actor, id);
        model.addAttribute("submission", SubmissionForm.of(draft));
        return page(draft, actor, model, locale);
    }

    /** Where a page that a refused submission answered with is asked for again, in the other language perhaps. */
    @GetMapping("/submission")
    String again(@PathVariable long id, Actor actor) {
        return "redirect:" + DraftPages.root(drafts.of(actor, id).filing().id()) + "/check";
    }

    @PostMapping("/submission")
    String submit(@PathVariable long id, @Valid @ModelAttribute("submission") SubmissionForm form, BindingResult binding, Actor actor,
            Model model, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        if (binding.hasErrors()) {
            return page(drafts.of(actor, id), actor, model, locale);
        }
        try {
            return "redirect:/my/filings/" + submission.submit(actor, id, form.confirmation(request.getRemoteAddr())).no();
        } catch (SubmissionRefused refused) {
            if (refused.reason() == SubmissionRefused.Reason.UNCONFIRMED) {
                form.reject(binding);
            } else if (refused.reason() == SubmissionRefused.Reason.IDENTITY_NOT_PROVEN) {
                binding.rejectValue("password", SubmissionForm.unproven(form.password()));
            } else if (refused.reason() == SubmissionRefused.Reason.OVERTAKEN) {
                binding.reject("submission.refused.OVERTAKEN", pages.lastSave(drafts.of(actor, id)), null);
            } else {
                if (refused.reason() == SubmissionRefused.Reason.MOVED_ON) {
                    response.setStatus(HttpStatus.CONFLICT.value());
                }
                binding.reject("submission.refused." + refused.reason(), new Object[]{refused.live() == null ? "" : refused.live().no()},
                        null);
            }
            model.addAttribute("refused", refused);
            return page(drafts.of(actor, id), actor, model, locale);
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.rejectValue("password", "login.busy");
            return page(drafts.of(actor, id), actor, model, locale);
        }
    }

    private String page(Draft draft, Actor actor, Model model, Locale locale) {
        if (draft.filing().kind() == FilingKind.COMMITMENT) {
            var today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
            model.addAttribute("letter", letters.lines(draft, today, locale));
            model.addAttribute("provenAt", proofs.held(actor).map(Proof::at).map(DraftPages::time).orElse(null));
            if (!locale.getLanguage().equals("zh")) {
                model.addAttribute("original", letters.lines(draft, today, Locale.SIMPLIFIED_CHINESE));
            }
        }
        model.addAttribute("hindrance", submission.hindrance(draft).orElse(null))
                .addAttribute("contextChange", drafts.contextChange(draft).orElse(null))
                .addAttribute("asked", FilingFacts.asked(draft.applicable().list()))
                .addAttribute("categories", DraftPages.categories(draft))
                .addAttribute("findings", draft.review().byCode());
        return pages.page("submission/check", draft, model);
    }
}
