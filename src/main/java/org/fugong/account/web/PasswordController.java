package org.fugong.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own password of whoever is signed in. */
@Controller
@RequestMapping("/account/password")
class PasswordController {

    private final AccountOpening accounts;
    private final SignIn signIn;

    PasswordController(AccountOpening accounts, SignIn signIn) {
        this.accounts = accounts;
        this.signIn = signIn;
    }

    @GetMapping
    String form(@ModelAttribute("password") PasswordForm form) {
        return "account/password";
    }

    @PostMapping
    String change(@Valid @ModelAttribute("password") PasswordForm form, BindingResult binding, Actor actor,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        if (!binding.hasErrors() && !form.password().equals(form.repeat())) {
            binding.rejectValue("repeat", "password.differs");
        }
        try {
            // counts failures, so that nobody guesses at a screen left open
            if (!binding.hasErrors() && signIn.check(actor.login(), form.current()).isEmpty()) {
                binding.rejectValue("current", "password.wrong");
            }
        } catch (SignIn.TooManyFailures e) {
            binding.rejectValue("current", "login.too-many");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.reject("login.busy");
        }
        if (binding.hasErrors()) {
            return "account/password";
        }
        accounts.changePassword(actor, form.password());
        signIn.establish(actor, request, response);
        redirect.addFlashAttribute("done", true);
        return "redirect:/account/password";
    }
}
