package org.fugong.recovery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.UUID;
import org.fugong.account.SignIn;
import org.fugong.message.CodeLimit;
import org.fugong.message.OneTimeCode;
import org.fugong.recovery.PasswordReset;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A forgotten password, set anew by a code; only the browser that asked can use it. */
@Controller
@RequestMapping("/password-reset")
class RecoveryController {

    private static final String ASKED = "password-reset";

    private final PasswordReset reset;

    RecoveryController(PasswordReset reset) {
        this.reset = reset;
    }

    @GetMapping
    String form(@ModelAttribute("recovery") RecoveryForm form) {
        return "recovery/ask";
    }

    /** The answer is the same whether there is such an account. */
    @PostMapping
    String ask(@Valid @ModelAttribute("recovery") RecoveryForm form, BindingResult binding, HttpServletRequest request,
            HttpServletResponse response) {
        var login = SignIn.login(form.username() == null ? "" : form.username());
        if (!binding.hasErrors() && login.length() > 40) {
            binding.rejectValue("username", "recovery.no-name");
        }
        if (!binding.hasErrors()) {
            try {
                request.getSession().setAttribute(ASKED, reset.ask(login, request.getRemoteAddr()));
                return "redirect:/password-reset/code";
            } catch (CodeLimit.TooManyCodes e) {
                binding.reject("recovery.too-many");
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        }
        return "recovery/ask";
    }

    @GetMapping("/code")
    String code(@SessionAttribute(name = ASKED, required = false) UUID asked, @ModelAttribute("newPassword") NewPasswordForm form) {
        return asked == null ? "redirect:/password-reset" : "recovery/code";
    }

    @PostMapping("/code")
    String set(@SessionAttribute(name = ASKED, required = false) UUID asked, @Valid @ModelAttribute("newPassword") NewPasswordForm form,
            BindingResult binding, HttpSession session, HttpServletResponse response, RedirectAttributes redirect) {
        if (asked == null) {
            return "redirect:/password-reset";
        }
        if (!binding.hasErrors() && !form.password().equals(form.repeat())) {
            binding.rejectValue("repeat", "password.differs");
        }
        try {
            if (!binding.hasErrors() && !reset.set(asked, OneTimeCode.typed(form.code()), form.password())) {
                binding.rejectValue("code", "recovery.code.wrong");
            }
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.reject("login.busy");
        }
        if (binding.hasErrors()) {
            return "recovery/code";
        }
        session.removeAttribute(ASKED);
        redirect.addFlashAttribute("done", "recovery.done");
        return "redirect:/login";
    }
}
