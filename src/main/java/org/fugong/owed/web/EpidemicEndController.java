package org.fugong.owed.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.condition.Refusal;
import org.fugong.owed.EpidemicEndSetting;
import org.fugong.owed.EpidemicEndVersion;
import org.fugong.owed.OwedForesight;
import org.fugong.region.Regions;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The end of the epidemic, for the admins of a province: what is in force, what is asked for and whom it makes due, and to confirm it. */
@Controller
@RequestMapping("/admin/epidemic-end")
class EpidemicEndController {

    private final EpidemicEndSetting setting;
    private final OwedForesight foresight;
    private final Accounts accounts;
    private final Regions regions;

    EpidemicEndController(EpidemicEndSetting setting, OwedForesight foresight, Accounts accounts, Regions regions) {
        this.setting = setting;
        this.foresight = foresight;
        this.accounts = accounts;
        this.regions = regions;
    }

    /** Why whoever has asked has it back. */
    record ReturnForm(String why) {
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "0") long after, Actor actor, Locale locale, Model model) {
        model.addAttribute("epidemicEnd", new EpidemicEndForm("", ""));
        return shown(after, actor, locale, model);
    }

    @PostMapping
    String ask(@Valid @ModelAttribute("epidemicEnd") EpidemicEndForm form, BindingResult binding, Actor actor, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        form.check(binding);
        if (!binding.hasErrors()) {
            try {
                setting.ask(form.day(), form.basis(), actor);
                redirect.addFlashAttribute("done", "epidemic-end.asked");
                return "redirect:/admin/epidemic-end";
            } catch (Refusal refusal) {
                reject(refusal, binding, locale, response);
            }
        }
        return shown(0, actor, locale, model);
    }

    @PostMapping("/{id:\\d{1,18}}/confirmation")
    String confirm(@PathVariable long id, @RequestParam int lock, @ModelAttribute("epidemicEndReturn") ReturnForm form,
            BindingResult binding, Actor actor, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            setting.confirm(id, lock, actor);
            redirect.addFlashAttribute("done", "epidemic-end.confirmed");
            return "redirect:/admin/epidemic-end";
        } catch (Refusal refusal) {
            reject(refusal, binding, locale, response);
        } catch (OptimisticLockingFailureException e) {
            overtaken(binding, response);
        }
        model.addAttribute("epidemicEnd", new EpidemicEndForm("", ""));
        return shown(0, actor, locale, model);
    }

    @PostMapping("/{id:\\d{1,18}}/return")
    String giveBack(@PathVariable long id, @RequestParam int lock, @ModelAttribute("epidemicEndReturn") ReturnForm form,
            BindingResult binding, Actor actor, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            setting.giveBack(id, lock, form.why(), actor);
            redirect.addFlashAttribute("done", "epidemic-end.returned");
            return "redirect:/admin/epidemic-end";
        } catch (Refusal refusal) {
            reject(refusal, binding, locale, response);
        } catch (OptimisticLockingFailureException e) {
            overtaken(binding, response);
        }
        model.addAttribute("epidemicEnd", new EpidemicEndForm("", ""));
        return shown(0, actor, locale, model);
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping({"/{id:\\d{1,18}}/confirmation", "/{id:\\d{1,18}}/return"})
    String again(@PathVariable long id, Actor actor) {
        setting.version(id, actor);
        return "redirect:/admin/epidemic-end";
    }

    private String shown(long after, Actor actor, Locale locale, Model model) {
        var asked = setting.asked(actor);
        var versions = setting.versions(actor);
        model.addAttribute("asked", asked.orElse(null)).addAttribute("versions", versions)
                .addAttribute("names", names(Stream.concat(asked.stream(), versions.stream()).toList()));
        if (!model.containsAttribute("epidemicEndReturn")) {
            model.addAttribute("epidemicEndReturn", new ReturnForm(""));
        }
        asked.ifPresent(end -> {
            var lines = foresight.lines(actor.scope(), end.endsOn(), after);
            var shown = lines.stream().limit(OwedForesight.SIZE).toList();
            var counties = foresight.counties(actor.scope(), end.endsOn());
            model.addAttribute("mayConfirm", setting.mayConfirm(end, actor)).addAttribute("own", end.askedBy() == actor.accountId())
                    .addAttribute("lines", shown).addAttribute("after", after)
                    .addAttribute("more", lines.size() > shown.size() ? shown.getLast().id() : null)
                    .addAttribute("counties", counties)
                    .addAttribute("total", counties.stream().mapToInt(OwedForesight.CountyCount::items).sum())
                    .addAttribute("overdue", counties.stream().mapToInt(OwedForesight.CountyCount::overdue).sum())
                    .addAttribute("places", counties.stream().collect(Collectors.toMap(OwedForesight.CountyCount::county,
                            county -> regions.name(county.county(), locale).orElse(county.county()))));
        });
        return "owed/epidemic-end";
    }

    private Map<Long, String> names(Collection<EpidemicEndVersion> versions) {
        var ids = versions.stream().flatMap(version -> Stream.of(version.askedBy(), version.confirmedBy())).filter(Objects::nonNull)
                .distinct()
                .toList();
        return accounts.findByIdIn(ids).stream().collect(Collectors.toMap(Account::id, Account::name));
    }

    private static void reject(Refusal refusal, BindingResult binding, Locale locale, HttpServletResponse response) {
        refusal.reasons().forEach(reason -> {
            var message = reason.message(locale);
            if (reason.field().isEmpty()) {
                response.setStatus(HttpStatus.CONFLICT.value());
                binding.reject(message.getCodes()[0], message.getArguments(), null);
            } else {
                binding.rejectValue(reason.field(), message.getCodes()[0], message.getArguments(), null);
            }
        });
    }

    private static void overtaken(BindingResult binding, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        binding.reject("epidemic-end.overtaken");
    }
}
