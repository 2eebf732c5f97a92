package org.fugong.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.FirstAdmin;
import org.fugong.account.LoginAdvice;
import org.fugong.account.Menu;
import org.fugong.account.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Signing in; after it one goes on where one was. */
@Controller
@RequestMapping("/login")
class LoginController {

    private final SignIn signIn;
    private final FirstAdmin firstAdmin;
    private final RequestCache wantedPages;
    private final Menu menu;
    private final List<LoginAdvice> advice;

    LoginController(SignIn signIn, FirstAdmin firstAdmin, RequestCache wantedPages, Menu menu, List<LoginAdvice> advice) {
        this.menu = menu;
        this.advice = advice;
        this.signIn = signIn;
        this.firstAdmin = firstAdmin;
        this.wantedPages = wantedPages;
    }

    @GetMapping
    String form(@ModelAttribute("login") LoginForm login, Actor actor) {
        if (actor != null) {
            return "redirect:" + menu.home(actor.role());
        }
        return firstAdmin.pending() ? "redirect:/setup" : "account/login";
    }

    @PostMapping
    String signIn(@Valid @ModelAttribute("login") LoginForm login, BindingResult binding,
            HttpServletRequest request, HttpServletResponse response) {
        if (binding.hasErrors()) {
            return "account/login";
        }
        try {
            var actor = signIn.check(SignIn.login(login.username()), login.password());
            if (actor.isEmpty()) {
                reject(login, binding);
                return "account/login";
            }
            var wanted = signIn.wanted(actor.get(), wantedPages.getRequest(request, response));
            if (wanted.isEmpty()) {
                wantedPages.removeRequest(request, response);
            }
            signIn.establish(actor.get(), request, response);
            return "redirect:" + wanted.orElse(menu.home(actor.get().role()));
        } catch (SignIn.TooManyFailures e) {
            binding.reject("login.too-many");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            return "account/login";
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.reject("login.busy");
            return "account/login";
        }
    }

    /** Says what is wrong: with the name itself where it can be nobody's, or with one of both. */
    private void reject(LoginForm login, BindingResult binding) {
        advice.stream().flatMap(each -> each.on(login.username()).stream()).findFirst().ifPresentOrElse(
                message -> binding.rejectValue("username", message.getCodes()[0], message.getArguments(), null),
                () -> binding.reject("login.wrong"));
    }
}
