package org.fugong.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.LastChanges;
import org.fugong.adaptation.CountyLists;
import org.fugong.application.Participation;
import org.fugong.application.Sector;
import org.fugong.application.SectorArrangement;
import org.fugong.application.SectorArrangements;
import org.fugong.condition.Category;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.fugong.web.Words;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The departments of a county: who leads in applications of each kind of firm, and who takes part. */
@Controller
@RequestMapping("/admin/departments")
class DepartmentController {

    private final SectorArrangements arrangements;
    private final CountyLists lists;
    private final LastChanges changes;
    private final Regions regions;
    private final Words words;
    private final Clock clock;

    DepartmentController(SectorArrangements arrangements, CountyLists lists, LastChanges changes, Regions regions, Words words,
            Clock clock) {
        this.arrangements = arrangements;
        this.lists = lists;
        this.changes = changes;
        this.regions = regions;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String all(Actor actor, Locale locale, Model model) {
        model.addAttribute("arrangements", Stream.of(Sector.values()).map(sector -> arrangements.of(actor.scope(), sector)).toList())
                .addAttribute("place", regions.name(actor.scope(), locale).orElse(""));
        return "application/departments";
    }

    @GetMapping("/{sector}")
    String one(Actor actor, @PathVariable String sector, Locale locale, Model model) {
        var arrangement = arrangements.of(actor.scope(), sector(sector));
        return page(actor, arrangement, ArrangementForm.of(arrangement), locale, model);
    }

    @PostMapping("/{sector}")
    String arrange(Actor actor, @PathVariable String sector, @RequestParam Map<String, String> typed, Locale locale, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        var known = sector(sector);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "arrangement");
        var form = ArrangementForm.typed(typed);
        var lead = form.lead(binding);
        var participants = form.participants(categories(actor).stream().map(Category::code).toList(), binding);
        try {
            if (!binding.hasErrors()) {
                arrangements.arrange(actor, known, lead, participants, Typed.whole(typed.get("version")).orElse(Integer.MIN_VALUE));
                redirect.addFlashAttribute("saved", true);
                return "redirect:/admin/departments";
            }
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            changes.tell(SectorArrangement.subjectOf(actor.scope(), known), Set.of("departments.arranged"), binding);
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "arrangement", binding);
        return page(actor, arrangements.of(actor.scope(), known), form, locale, model);
    }

    private String page(Actor actor, SectorArrangement arrangement, ArrangementForm form, Locale locale, Model model) {
        model.addAttribute("now", arrangement)
                .addAttribute("form", form)
                .addAttribute("place", regions.name(actor.scope(), locale).orElse(""))
                .addAttribute("departments", Participation.DEPARTMENTS)
                .addAttribute("leads", named(Department.values(), "department."))
                .addAttribute("times", named(Participation.When.values(), "participation."))
                .addAttribute("categories", categories(actor));
        return "application/department";
    }

    private Map<String, String> named(Enum<?>[] values, String prefix) {
        var named = new LinkedHashMap<String, String>();
        Arrays.stream(values).forEach(value -> named.put(value.name(), words.of(prefix + value.name())));
        return named;
    }

    /** Those of the list at high risk, which applications are judged by. */
    private List<Category> categories(Actor actor) {
        return lists.inForce(actor.scope(), RiskLevel.HIGH, clock.instant()).content().categories();
    }

    private static Sector sector(String name) {
        return Stream.of(Sector.values()).filter(one -> one.name().equals(name)).findFirst().orElseThrow(NotFound::new);
    }
}
