package org.fugong.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fugong.account.Account;
import org.fugong.account.AccountOpening.LoginTaken;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.LastChanges;
import org.fugong.account.Role;
import org.fugong.account.Staff;
import org.fugong.audit.Trail;
import org.fugong.edit.FieldEdit;
import org.fugong.edit.SavedFields;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.Typed;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
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
    private static final SavedFields FIELDS = SavedFields.of(StaffForm.class);
    private static final Set<String> CHANGES = Set.of("account.opened", "account.assigned", "account.closed", "account.reopened",
            "account.password-changed");

    private final Staff staff;
    private final Trail trail;
    private final LastChanges changes;
    private final Regions regions;
    private final MessageSource messages;

    StaffController(Staff staff, Trail trail, LastChanges changes, Regions regions, MessageSource messages) {
        this.staff = staff;
        this.trail = trail;
        this.changes = changes;
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
        model.addAttribute("first", after == null).addAttribute("county", actor.role().ofCounty());
        return "account/accounts";
    }

    @GetMapping("/new")
    String form(@ModelAttribute("staff") StaffForm form, Actor actor, Locale locale, Model model) {
        model.addAttribute("staff", form.within(actor));
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
                    form.chosen().orElseThrow(), form.scope(actor.scope()), form.chosenDepartment());
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

    /** Name, role and county are fields of their own: what another admin has changed meanwhile and this one has not stays. */
    @PostMapping("/{id:\\d{1,18}}/assignment")
    String assign(@PathVariable long id, @Valid @ModelAttribute("staff") StaffForm form, BindingResult binding, HttpServletRequest request,
            Actor actor, Locale locale, Model model, RedirectAttributes redirect) {
        var account = staff.of(actor, id);
        var merged = FIELDS.merged(form, StaffForm.of(account), request, last(account), (field, text) -> word(field, text, locale), binding,
                model);
        if (!rejects(merged, actor, binding)) {
            try {
                staff.assign(actor, id, account.version(), Typed.plain(merged.name()), merged.chosen().orElseThrow(),
                        merged.scope(actor.scope()), merged.chosenDepartment());
                return done("staff.saved", id, redirect);
            } catch (Staff.OwnAccount e) {
                binding.reject("staff.own");
            }
        }
        model.addAttribute("staff", merged);
        // another object under the name of the form would drop its errors
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "staff", binding);
        return account(account, actor, locale, model);
    }

    @PostMapping("/{id:\\d{1,18}}/closure")
    String close(@PathVariable long id, @RequestParam(defaultValue = "") String lock, Actor actor, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        return act(id, actor, locale, model, response, () -> {
            staff.close(actor, id, seen(lock));
            return done("staff.closed", id, redirect);
        });
    }

    @PostMapping("/{id:\\d{1,18}}/reopening")
    String reopen(@PathVariable long id, @RequestParam(defaultValue = "") String lock, Actor actor, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        return act(id, actor, locale, model, response, () -> {
            staff.reopen(actor, id, seen(lock));
            return done("staff.reopened", id, redirect);
        });
    }

    @PostMapping("/{id:\\d{1,18}}/password")
    String resetPassword(@PathVariable long id, @RequestParam(defaultValue = "") String lock, Actor actor, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        return act(id, actor, locale, model, response, () -> {
            var password = Staff.newPassword();
            staff.resetPassword(actor, id, seen(lock), password);
            redirect.addFlashAttribute("password", password);
            return "redirect:/admin/accounts/" + id;
        });
    }

    /** An act on the account as it was shown; whoever was overtaken sees the account as it is, and by whom. */
    private String act(long id, Actor actor, Locale locale, Model model, HttpServletResponse response, Supplier<String> act) {
        var binding = new MapBindingResult(new HashMap<>(), "act");
        try {
            return act.get();
        } catch (Staff.OwnAccount e) {
            binding.reject("staff.own");
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            changes.tell(subject(staff.of(actor, id)), CHANGES, binding);
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "act", binding);
        return account(id, actor, locale, model);
    }

    /** A form without it was made by nobody's page: it has seen nothing. */
    private static int seen(String lock) {
        return Typed.whole(lock).orElse(-1);
    }

    private static String subject(Account account) {
        return "account:" + account.login();
    }

    private FieldEdit last(Account account) {
        return changes.of(subject(account), account.version(), CHANGES);
    }

    private String word(String field, String text, Locale locale) {
        return switch (field) {
            case "role" -> messages.getMessage("role." + text, null, locale);
            case "county" -> regions.name(text, locale).orElse(text);
            case "department" -> messages.getMessage("department." + text, null, text, locale);
            default -> text;
        };
    }

    private static String done(String key, long id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", key);
        return "redirect:/admin/accounts/" + id;
    }

    private String account(Account account, Actor actor, Locale locale, Model model) {
        FIELDS.show(last(account), StaffForm.of(account), model);
        model.addAttribute("account", account);
        model.addAttribute("own", account.id() == actor.accountId());
        model.addAttribute("history", trail.of(subject(account)).reversed());
        return opening(actor, locale, model, "account/account");
    }

    private String opening(Actor actor, Locale locale, Model model) {
        return opening(actor, locale, model, "account/opening");
    }

    private String opening(Actor actor, Locale locale, Model model, String page) {
        model.addAttribute("roles", roles(actor, locale));
        model.addAttribute("departments", departments(locale));
        model.addAttribute("county", actor.role().ofCounty());
        model.addAttribute("prefectures", County.byPrefecture(regions.within(actor.scope()), locale));
        return page;
    }

    private Map<String, String> roles(Actor actor, Locale locale) {
        var roles = new LinkedHashMap<String, String>();
        staff.roles(actor).forEach(role -> roles.put(role.name(), messages.getMessage("role." + role, null, locale)));
        return roles;
    }

    private Map<String, String> departments(Locale locale) {
        var departments = new LinkedHashMap<String, String>();
        Stream.of(Department.values()).forEach(one -> departments.put(one.name(), messages.getMessage("department." + one, null, locale)));
        return departments;
    }

    private boolean rejects(StaffForm form, Actor actor, BindingResult binding) {
        if (!binding.hasFieldErrors("role")) {
            form.chosen().filter(staff.roles(actor)::contains).ifPresentOrElse(role -> {
                if (role.ofCounty() && regions.within(actor.scope()).stream().noneMatch(county -> county.code().equals(form.county()))) {
                    binding.rejectValue("county", "staff.no-county");
                }
            }, () -> binding.rejectValue("role", "staff.no-role"));
        }
        if (!Typed.isBlank(form.department()) && form.chosenDepartment() == null) {
            binding.rejectValue("department", "staff.no-department");
        }
        return binding.hasErrors();
    }
}
