package org.fugong.account.web;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Account;
import org.fugong.account.AccountOpening.LoginTaken;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.Staff;
import org.fugong.audit.Trail;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.Typed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The staff of a province for its admin, the officials of a county for its own. */
@Controller
@RequestMapping("/admin/accounts")
class StaffController {

    private static final int PAGE = 50;

    private final Staff staff;
    private final Trail trail;
    private final Regions regions;
    private final MessageSource messages;

    StaffController(Staff staff, Trail trail, Regions regions, MessageSource messages) {
        this.staff = staff;
        this.trail = trail;
        this.regions = regions;
        this.messages = messages;
    }

    /** An account in a list, with its scope by name. */
    record Row(long id, String login, String name, Role role, String scope, boolean active) {
    }

    @GetMapping
    String list(@RequestParam(required = false) Long after, Actor actor, Locale locale, Model model) {
        var accounts = staff.page(actor, after, PAGE + 1);
        model.addAttribute("rows", accounts.stream().limit(PAGE).map(account -> new Row(account.id(), account.login(),
                account.name(), account.role(), regions.name(account.scope(), locale).orElse(""), account.active())).toList());
        if (accounts.size() > PAGE) {
            model.addAttribute("next", accounts.get(PAGE - 1).id());
        }
        model.addAttribute("first", after == null);
        model.addAttribute("county", actor.role().ofCounty());
        return "account/accounts";
    }

    @GetMapping("/new")
    String form(@ModelAttribute("staff") StaffForm form, Actor actor, Locale locale, Model model) {
        model.addAttribute("staff", form.fixed(staff.roles(actor), actor.scope()));
        return opening(actor, locale, model);
    }

    @PostMapping
    String open(@Valid @ModelAttribute("staff") StaffForm form, BindingResult binding, Actor actor, Locale locale,
            Model model, RedirectAttributes redirect) {
        if (rejects(form, actor, binding)) {
            return opening(actor, locale, model);
        }
        try {
            var password = Staff.newPassword();
            var account = staff.open(actor, form.username(), password, Typed.plain(form.name()),
                    form.chosen().orElseThrow(), form.scope(actor.scope()));
            redirect.addFlashAttribute("password", password);
            return "redirect:/admin/accounts/" + account.id();
        } catch (LoginTaken e) {
            binding.rejectValue("username", "account.taken");
            return opening(actor, locale, model);
        }
    }

    @GetMapping("/{id:\\d{1,18}}")
    String account(@PathVariable long id, Actor actor, Locale locale, Model model) {
        var account = staff.of(actor, id);
        model.addAttribute("staff", StaffForm.of(account));
        return account(account, actor, locale, model);
    }

    @PostMapping("/{id:\\d{1,18}}/assignment")
    String assign(@PathVariable long id, @Valid @ModelAttribute("staff") StaffForm form, BindingResult binding, Actor actor,
            Locale locale, Model model, RedirectAttributes redirect) {
        var account = staff.of(actor, id);
        var seen = Typed.whole(form.seen());
        if (seen.isEmpty()) {
            binding.reject("staff.too-old");
        }
        if (rejects(form, actor, binding)) {
            return account(account, actor, locale, model);
        }
        try {
            staff.assign(actor, id, seen.orElseThrow(), Typed.plain(form.name()), form.chosen().orElseThrow(), form.scope(actor.scope()));
        } catch (Staff.OwnAccount e) {
            binding.reject("staff.own");
            return account(account, actor, locale, model);
        }
        return done("staff.saved", id, redirect);
    }

    @PostMapping("/{id:\\d{1,18}}/closure")
    String close(@PathVariable long id, Actor actor, Locale locale, Model model, RedirectAttributes redirect) {
        try {
            staff.close(actor, id);
        } catch (Staff.OwnAccount e) {
            return refusal(id, actor, locale, model);
        }
        return done("staff.closed", id, redirect);
    }

    @PostMapping("/{id:\\d{1,18}}/reopening")
    String reopen(@PathVariable long id, Actor actor, RedirectAttributes redirect) {
        staff.reopen(actor, id);
        return done("staff.reopened", id, redirect);
    }

    @PostMapping("/{id:\\d{1,18}}/password")
    String resetPassword(@PathVariable long id, Actor actor, Locale locale, Model model, RedirectAttributes redirect) {
        try {
            var password = Staff.newPassword();
            staff.resetPassword(actor, id, password);
            redirect.addFlashAttribute("password", password);
            return "redirect:/admin/accounts/" + id;
        } catch (Staff.OwnAccount e) {
            return refusal(id, actor, locale, model);
        }
    }

    private static String done(String key, long id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", key);
        return "redirect:/admin/accounts/" + id;
    }

    private String refusal(long id, Actor actor, Locale locale, Model model) {
        var account = staff.of(actor, id);
        var binding = new BeanPropertyBindingResult(StaffForm.of(account), "staff");
        binding.reject("staff.own");
        model.addAllAttributes(binding.getModel());
        return account(account, actor, locale, model);
    }

    private String account(Account account, Actor actor, Locale locale, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("own", account.id() == actor.accountId());
        model.addAttribute("history", trail.of("account:" + account.login()).reversed());
        return opening(actor, locale, model, "account/account");
    }

    private String opening(Actor actor, Locale locale, Model model) {
        return opening(actor, locale, model, "account/opening");
    }

    private String opening(Actor actor, Locale locale, Model model, String page) {
        model.addAttribute("roles", roles(actor, locale));
        model.addAttribute("prefectures", County.byPrefecture(regions.within(actor.scope()), locale));
        return page;
    }

    private Map<String, String> roles(Actor actor, Locale locale) {
        var roles = new LinkedHashMap<String, String>();
        staff.roles(actor).forEach(role -> roles.put(role.name(), messages.getMessage("role." + role, null, locale)));
        return roles;
    }

    private boolean rejects(StaffForm form, Actor actor, BindingResult binding) {
        if (!binding.hasFieldErrors("role")) {
            form.chosen().filter(staff.roles(actor)::contains).ifPresentOrElse(role -> {
                if (role.ofCounty() && regions.within(actor.scope()).stream().noneMatch(county -> county.code().equals(form.county()))) {
                    binding.rejectValue("county", "staff.no-county");
                }
            }, () -> binding.rejectValue("role", "staff.no-role"));
        }
        return binding.hasErrors();
    }
}
