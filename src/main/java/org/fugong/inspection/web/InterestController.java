package org.fugong.inspection.web;

import jakarta.validation.Valid;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.inspection.Interest.Kind;
import org.fugong.inspection.Interests;
import org.fugong.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an official declares, so as not to be sent where there is an interest. */
@Controller
@RequestMapping("/desk/interests")
class InterestController {

    private final Interests interests;

    InterestController(Interests interests) {
        this.interests = interests;
    }

    @GetMapping
    String own(Actor actor, Model model) {
        model.addAttribute("interest", new InterestForm("", ""));
        return page(actor, model);
    }

    @PostMapping
    String declare(Actor actor, @Valid @ModelAttribute("interest") InterestForm form, BindingResult binding, Model model,
            RedirectAttributes redirect) {
        var kind = Stream.of(Kind.values()).filter(one -> one.name().equals(form.kind())).findFirst().orElse(null);
        if (kind == null && !binding.hasFieldErrors("kind")) {
            binding.rejectValue("kind", "interest.kind.unknown");
        }
        var subject = kind != null && kind.ofFirm() ? code(form.subject(), binding) : Typed.plain(form.subject());
        if (binding.hasErrors()) {
            return page(actor, model);
        }
        interests.declare(actor, kind, subject);
        return saved(redirect);
    }

    @PostMapping("/{id:\\d{1,18}}/withdrawal")
    String withdraw(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
        interests.withdraw(actor, id);
        return saved(redirect);
    }

    private static String code(String typed, BindingResult binding) {
        try {
            return CreditCode.of(typed).value();
        } catch (IllegalCreditCode e) {
            if (!binding.hasFieldErrors("subject")) {
                binding.rejectValue("subject", "interest.subject.no-code");
            }
            return "";
        }
    }

    private static String saved(RedirectAttributes redirect) {
        redirect.addFlashAttribute("saved", true);
        return "redirect:/desk/interests";
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("interests", interests.of(actor)).addAttribute("kinds", Kind.values());
        return "inspection/interests";
    }
}
