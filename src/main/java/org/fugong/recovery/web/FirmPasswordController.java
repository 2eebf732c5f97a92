package org.fugong.recovery.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.fugong.account.Actor;
import org.fugong.account.SignIn;
import org.fugong.recovery.FirmPasswords;
import org.fugong.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** At the desk: the official sees whose password it is, looks at the licence, and hands over a new one that is shown once. */
@Controller
@RequestMapping("/desk/firm-passwords")
class FirmPasswordController {

    private final FirmPasswords passwords;

    FirmPasswordController(FirmPasswords passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    String form(@ModelAttribute("firmPassword") FirmPasswordForm form, BindingResult binding, Actor actor, Model model) {
        if (!Typed.isBlank(form.code())) {
            show(form, binding, actor, model);
        }
        return "recovery/firm";
    }

    @PostMapping
    String reset(@Valid @ModelAttribute("firmPassword") FirmPasswordForm form, BindingResult binding, Actor actor, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        if (!binding.hasErrors()) {
            show(form, binding, actor, model);
        }
        if (!binding.hasErrors() && !"true".equals(form.checked())) {
            binding.rejectValue("checked", "firmPassword.unchecked");
        }
        if (!binding.hasErrors()) {
            try {
                redirect.addFlashAttribute("password", passwords.reset(actor, Typed.code(form.code())));
                redirect.addFlashAttribute("name", model.getAttribute("firm"));
                return "redirect:/desk/firm-passwords";
            } catch (SignIn.Busy busy) {
                busy.mark(response);
                binding.reject("login.busy");
            }
        }
        return "recovery/firm";
    }

    private void show(FirmPasswordForm form, BindingResult binding, Actor actor, Model model) {
        passwords.of(actor, Typed.code(form.code())).ifPresentOrElse(
                firm -> model.addAttribute("firm", firm.name()).addAttribute("representative", firm.legalRepresentative())
                        .addAttribute("number", firm.creditCode()),
                () -> binding.rejectValue("code", "firmPassword.none"));
    }
}
