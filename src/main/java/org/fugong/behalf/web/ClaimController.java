package org.fugong.behalf.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.util.UUID;
import org.fugong.account.SignIn;
import org.fugong.behalf.FirmClaim;
import org.fugong.message.CodeLimit;
import org.fugong.message.OneTimeCode;
import org.fugong.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A firm claims what was entered for it, by its credit code and a code that is sent to its mobile; only the browser that asked can. */
@Controller
@RequestMapping("/claim")
class ClaimController {

    private static final String ASKED = "firm-claim";

    private final FirmClaim claim;

    ClaimController(FirmClaim claim) {
        this.claim = claim;
    }

    @GetMapping
    String form(@ModelAttribute("claim") ClaimForm form) {
        return "behalf/claim";
    }

    /** The answer is the same whether there is such a firm. */
    @PostMapping
    String ask(@Valid @ModelAttribute("claim") ClaimForm form, BindingResult binding, HttpServletRequest request,
            HttpServletResponse response) {
        var code = Typed.code(form.creditCode());
        if (!binding.hasErrors() && code.length() > 40) {
            binding.rejectValue("creditCode", "claim.no-code");
        }
        if (!binding.hasErrors()) {
            try {
                request.getSession().setAttribute(ASKED, claim.ask(code, request.getRemoteAddr()));
                return "redirect:/claim/code";
            } catch (CodeLimit.TooManyCodes e) {
                binding.reject("claim.too-many");
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        }
        return "behalf/claim";
    }

    @GetMapping("/code")
    String code(@SessionAttribute(name = ASKED, required = false) UUID asked, @ModelAttribute("claimCode") ClaimCodeForm form) {
        return asked == null ? "redirect:/claim" : "behalf/claim-code";
    }

    @PostMapping("/code")
    String claim(@SessionAttribute(name = ASKED, required = false) UUID asked, @Valid @ModelAttribute("claimCode") ClaimCodeForm form,
            BindingResult binding, HttpSession session, HttpServletResponse response, RedirectAttributes redirect) {
        if (asked == null) {
            return "redirect:/claim";
        }
        if (!binding.hasErrors() && !form.password().equals(form.repeat())) {
            binding.rejectValue("repeat", "password.differs");
        }
        try {
            if (!binding.hasErrors() && !claim.claim(asked, OneTimeCode.typed(form.code()), form.password())) {
                binding.rejectValue("code", "claim.code.wrong");
            }
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.reject("login.busy");
        }
        if (binding.hasErrors()) {
            return "behalf/claim-code";
        }
        session.removeAttribute(ASKED);
        redirect.addFlashAttribute("done", "claim.done");
        return "redirect:/login";
    }
}
