package org.fugong.enterprise.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.fugong.account.Actor;
import org.fugong.account.Menu;
import org.fugong.account.Role;
import org.fugong.account.SignIn;
import org.fugong.enterprise.AlreadyRegistered;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Registration;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering: once, with the credit code; afterwards one is signed in and goes on where one wanted to. */
@Controller
@RequestMapping("/register")
class RegistrationController {

    private final Registration registration;
    private final Enterprises enterprises;
    private final SignIn signIn;
    private final RequestCache wantedPages;
    private final Menu menu;

    RegistrationController(Registration registration, Enterprises enterprises, SignIn signIn, RequestCache wantedPages, Menu menu) {
        this.menu = menu;
        this.registration = registration;
        this.enterprises = enterprises;
        this.signIn = signIn;
        this.wantedPages = wantedPages;
    }

    @GetMapping
    String form(@ModelAttribute("registration") RegistrationForm form, Actor actor) {
        return actor == null ? "enterprise/register" : "redirect:" + menu.home(actor.role());
    }

    /** What the code is as far as it is typed; not by an address, which stays in logs and histories. */
    @PostMapping("/credit-code")
    String creditCode(@RequestParam(defaultValue = "") String creditCode, Model model) {
        var advice = CreditCodeAdvice.whileTyping(creditCode);
        if (advice.mood() == CreditCodeAdvice.Mood.GOOD && enterprises.existsByCreditCode(CreditCode.of(creditCode))) {
            advice = CreditCodeAdvice.taken();
        }
        model.addAttribute("advice", advice);
        return "enterprise/parts :: credit-code-advice";
    }

    @PostMapping
    String register(@Valid @ModelAttribute("registration") RegistrationForm form, BindingResult binding, Model model,
            HttpServletRequest request, HttpServletResponse response) {
        form.check(binding);
        if (binding.hasErrors()) {
            return "enterprise/register";
        }
        Enterprise enterprise;
        try {
            enterprise = registration.register(CreditCode.of(form.creditCode()), form.particulars(), form.password());
        } catch (AlreadyRegistered e) {
            binding.rejectValue("creditCode", "credit-code.taken");
            model.addAttribute("taken", true);
            return "enterprise/register";
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.reject("login.busy");
            return "enterprise/register";
        }
        var actor = new Actor(enterprise.accountId(), enterprise.creditCode().value(), enterprise.name(), Role.ENTERPRISE, null);
        var wanted = signIn.wanted(actor, wantedPages.getRequest(request, response));
        if (wanted.isEmpty()) {
            wantedPages.removeRequest(request, response);
        }
        signIn.establish(actor, request, response);
        return "redirect:" + wanted.orElse("/my/enterprise");
    }
}
