package org.fugong.account.web;

import jakarta.validation.Valid;
import org.fugong.account.AccountOpening.LoginTaken;
import org.fugong.account.FirstAdmin;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The first admin of an empty installation. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final FirstAdmin firstAdmin;

    SetupController(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    @GetMapping
    String form(@ModelAttribute("setup") SetupForm setup) {
        requirePending();
        return "account/setup";
    }

    @PostMapping
    String setUp(@Valid @ModelAttribute("setup") SetupForm setup, BindingResult binding) {
        requirePending();
        if (!binding.hasFieldErrors("token") && !firstAdmin.accepts(setup.token())) {
            binding.rejectValue("token", "setup.wrong-token");
        }
        if (binding.hasErrors()) {
            return "account/setup";
        }
        try {
            firstAdmin.setUp(setup.token(), setup.username(), setup.password(), setup.name().strip());
        } catch (LoginTaken e) {
            binding.rejectValue("username", "account.taken");
            return "account/setup";
        }
        return "redirect:/login";
    }

    private void requirePending() {
        if (!firstAdmin.pending()) {
            throw new NotFound();
        }
    }
}
