package org.fugong.verification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.verification.VerificationAnswer;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a firm sees of the verification of its filing: the results, the order, and where it answers. */
@Controller
@RequestMapping("/my/filings/{no}/verification")
class FirmVerificationController {

    private final VerificationAnswer answers;
    private final VerificationPages pages;

    FirmVerificationController(VerificationAnswer answers, VerificationPages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    @GetMapping
    String show(Actor actor, @PathVariable String no, Model model, Locale locale) {
        return page(actor, no, "", model, locale);
    }

    @PostMapping
    String answer(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model, Locale locale,
            HttpServletResponse response) {
        var binding = Fields.binding();
        var text = Fields.text(typed, "text", "answer.text", binding);
        if (text.isEmpty()) {
            binding.rejectValue("text", "verification.answer.missing");
        }
        if (!binding.hasErrors()) {
            try {
                answers.answer(actor, no, text);
                return "redirect:/my/filings/" + no + "/verification";
            } catch (OptimisticLockingFailureException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("overtaken", true);
            }
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + Fields.NAME, binding);
        return page(actor, no, text, model, locale);
    }

    private String page(Actor actor, String no, String text, Model model, Locale locale) {
        var filing = answers.filing(actor, no);
        model.addAttribute("shown", pages.forFirm(answers.of(filing), filing, locale));
        model.addAttribute("text", text);
        return "verification/firm";
    }
}
