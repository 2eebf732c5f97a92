package org.fugong.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.LastChanges;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.CaseFigures;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.LevelForesight;
import org.fugong.risk.LevelSetting;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevelChange;
import org.fugong.risk.RiskLevels;
import org.fugong.risk.RiskSettings;
import org.fugong.web.NotFound;
import org.springframework.context.MessageSource;
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

/** The levels of a province's counties, for its admin: to see, to set one, and to look back. */
@Controller
@RequestMapping("/admin/risk-levels")
class RiskLevelController {

    private static final int SHOWN = 20;

    private final RiskLevels levels;
    private final LevelSetting setting;
    private final LevelForesight foresight;
    private final RiskSettings settings;
    private final Regions regions;
    private final Accounts accounts;
    private final LastChanges changes;
    private final MessageSource messages;
    private final Clock clock;

    RiskLevelController(RiskLevels levels, LevelSetting setting, LevelForesight foresight, RiskSettings settings,
            Regions regions, Accounts accounts, LastChanges changes, MessageSource messages, Clock clock) {
        this.levels = levels;
        this.setting = setting;
        this.foresight = foresight;
        this.settings = settings;
        this.regions = regions;
        this.accounts = accounts;
        this.changes = changes;
        this.messages = messages;
        this.clock = clock;
    }

    /** A county with its present level, {@code null} where it has none, and the changes that are to come. */
    record Row(County county, CountyLevel now, List<CountyLevel> coming) {
    }

    /** A recorded change, who set it on what figures, and what was foreseen of it beside what was done. */
    record Past(RiskLevelChange change, String by, CaseFigures figures, List<LevelForesight.Compared> effects) {
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var counties = regions.within(actor.scope());
        var codes = counties.stream().map(County::code).toList();
        var now = levels.now(codes);
        var coming = levels.coming(codes);
        model.addAttribute("rows", counties.stream()
                .map(county -> new Row(county, now.get(county.code()), coming.getOrDefault(county.code(), List.of()))).toList());
        return "risk/levels";
    }

    /** The figures may be sent here, to see what they suggest before anything is chosen. */
    @GetMapping("/{county}")
    String county(@PathVariable String county, @ModelAttribute("levelChange") LevelChangeForm change, BindingResult binding,
            Actor actor, Locale locale, Model model) {
        change.checkFigures(binding);
        return county(own(county, actor), locale, model);
    }

    @GetMapping("/{county}/confirmation")
    String confirmation(@PathVariable String county, @Valid @ModelAttribute("levelChange") LevelChangeForm change, BindingResult binding,
            Actor actor, Locale locale, Model model) {
        var place = own(county, actor);
        check(county, change, binding);
        if (binding.hasErrors()) {
            return county(place, locale, model);
        }
        var from = change.effectiveAt(clock.instant());
        var level = change.chosen().orElseThrow();
        var recorded = levels.changes(county);
        // what was seen is the newest by record, not by effect
        recorded.stream().map(RiskLevelChange::id).max(Long::compare).ifPresent(seen -> model.addAttribute("seen", seen));
        model.addAttribute("county", place);
        model.addAttribute("before", recorded.stream().filter(past -> !past.effectiveAt().isAfter(from)).findFirst()
                .map(past -> new CountyLevel(county, past.level(), settings.regime(past.level()), past.effectiveAt(), past.notice()))
                .orElse(null));
        model.addAttribute("after", new CountyLevel(county, level, settings.regime(level), from, change.notice().strip()));
        model.addAttribute("coming", levels.coming(List.of(county)).getOrDefault(county, List.of()));
        model.addAttribute("effects", foresight.previews(foresight.transition(county, level, from), SHOWN));
        return "risk/confirmation";
    }

    @PostMapping("/{county}/changes")
    String change(@PathVariable String county, @Valid @ModelAttribute("levelChange") LevelChangeForm change, BindingResult binding,
            @RequestParam(required = false) Long seen, Actor actor, Locale locale, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        var place = own(county, actor);
        check(county, change, binding);
        if (binding.hasErrors()) {
            return county(place, locale, model);
        }
        try {
            setting.set(county, change.chosen().orElseThrow(), change.effectiveAt(clock.instant()), change.corrects(),
                    change.notice().strip(), change.figures().orElse(null), actor, seen);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            changes.tell("county:" + county, Set.of("risk-level.set"), binding);
            return county(place, locale, model);
        }
        redirect.addFlashAttribute("done", true);
        return "redirect:/admin/risk-levels/" + county;
    }

    private String county(County county, Locale locale, Model model) {
        var now = clock.instant();
        var recorded = levels.changes(county.code());
        var names = accounts.findByIdIn(recorded.stream().map(RiskLevelChange::author).filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(Account::id, Account::name));
        var coming = recorded.stream().collect(Collectors.partitioningBy(change -> change.effectiveAt().isAfter(now),
                Collectors.mapping(change -> past(change, names), Collectors.toList())));
        model.addAttribute("county", county);
        model.addAttribute("now", levels.now(List.of(county.code())).get(county.code()));
        model.addAttribute("coming", coming.get(true));
        model.addAttribute("past", coming.get(false));
        model.addAttribute("levels", choices(locale));
        return "risk/county";
    }

    private Past past(RiskLevelChange change, Map<Long, String> names) {
        return new Past(change, names.get(change.author()), setting.figures(change.id()).orElse(null), foresight.compared(change.id()));
    }

    private void check(String county, LevelChangeForm change, BindingResult binding) {
        change.check(binding, clock.instant());
        if (change.corrects() && !binding.hasFieldErrors("date") && !binding.hasFieldErrors("time")
                && !levels.correctable(county, change.effectiveAt(clock.instant()))) {
            binding.rejectValue("date", "levelChange.not-correctable");
        }
    }

    private Map<String, String> choices(Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        for (var level : RiskLevel.values()) {
            choices.put(level.name(), messages.getMessage("risk-level." + level, null, locale));
        }
        return choices;
    }

    private County own(String county, Actor actor) {
        return regions.county(county).filter(place -> regions.covers(actor.scope(), place.code())).orElseThrow(NotFound::new);
    }
}
