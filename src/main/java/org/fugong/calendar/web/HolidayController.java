package org.fugong.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.LastChanges;
import org.fugong.account.Role;
import org.fugong.audit.Trail;
import org.fugong.calendar.HolidayLines;
import org.fugong.calendar.HolidayYear;
import org.fugong.calendar.Holidays;
import org.fugong.calendar.SpecialDay;
import org.fugong.edit.FieldEdit;
import org.fugong.edit.SavedFields;
import org.fugong.web.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The holidays of each year, kept by an admin of a province, a year at once or day by day, and read by those of its counties. */
@Controller
@RequestMapping("/admin/holidays")
class HolidayController {

    private static final SavedFields FIELDS = SavedFields.of(YearForm.class);
    private static final Set<String> CHANGES = Set.of("holidays.arranged");

    private final Holidays holidays;
    private final Trail trail;
    private final LastChanges changes;
    private final Clock clock;

    HolidayController(Holidays holidays, Trail trail, LastChanges changes, Clock clock) {
        this.holidays = holidays;
        this.trail = trail;
        this.changes = changes;
        this.clock = clock;
    }

    /** A year in the list, with how many of its days differ from the week. */
    record Row(int year, boolean loaded, int days, String notice) {
    }

    /** The years of which something is known, and those that come next. */
    @GetMapping
    String years(Actor actor, Model model) {
        model.addAttribute("reading", actor.role() != Role.PROVINCE_ADMIN);
        var known = holidays.years();
        int now = LocalDate.now(clock).getYear();
        var others = IntStream.rangeClosed(now, now + 2).filter(year -> known.stream().noneMatch(one -> one.year() == year))
                .mapToObj(holidays::of);
        model.addAttribute("years", Stream.concat(known.stream(), others)
                .sorted((one, other) -> other.year() - one.year())
                .map(year -> new Row(year.year(), year.loaded(), year.days().size(), year.notice())).toList());
        return "calendar/years";
    }

    @GetMapping("/{year:\\d{4}}")
    String year(@PathVariable int year, Actor actor, Model model) {
        model.addAttribute("reading", actor.role() != Role.PROVINCE_ADMIN);
        var kept = holidays.of(year);
        model.addAttribute("holidayYear", YearForm.of(kept));
        return year(kept, model);
    }

    /** Notice, days and whether they are all there are fields of their own: what only another admin has changed meanwhile stays. */
    @PostMapping("/{year:\\d{4}}")
    String arrange(@PathVariable int year, @Valid @ModelAttribute("holidayYear") YearForm form, BindingResult binding,
            HttpServletRequest request, Actor actor, Model model, RedirectAttributes redirect) {
        var kept = holidays.of(year);
        var merged = FIELDS.merged(form.whole(), YearForm.of(kept), request, last(kept), (field, text) -> text, binding, model);
        var read = HolidayLines.read(merged.days(), year);
        if (!binding.hasFieldErrors("days") && !read.problems().isEmpty()) {
            binding.rejectValue("days", "holidayYear.faulty", new Object[]{read.problems().size()}, null);
            read.problems().forEach(problem -> binding.addError(new FieldError("holidayYear", "line-" + problem.line(), null, false,
                    new String[]{"holidayYear.fault." + problem.fault()}, new Object[]{problem.line(), String.valueOf(year)}, null)));
            model.addAttribute("problems", read.problems());
        }
        if (binding.hasErrors()) {
            model.addAttribute("holidayYear", merged);
            // another object under the name of the form would drop its errors
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "holidayYear", binding);
            return year(kept, model);
        }
        holidays.arrange(year, read.days(), merged.notice().strip(), merged.isLoaded(), kept.lock(), actor);
        return done(year, redirect);
    }

    /** Adds a day, or makes it another one. */
    @PostMapping("/{year:\\d{4}}/days")
    String put(@PathVariable int year, @Valid @ModelAttribute("holiday") DayForm form, BindingResult binding, Actor actor,
            Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var kept = holidays.of(year);
        var read = HolidayLines.read(form.day() + " " + form.kind() + " " + form.name(), year);
        if (!binding.hasErrors() && read.days().size() != 1) {
            binding.rejectValue(field(read), "holiday.fault." + read.problems().stream().findFirst()
                    .map(HolidayLines.Problem::fault).orElse(HolidayLines.Fault.UNREADABLE), new Object[]{String.valueOf(year)}, null);
        }
        return arrange(kept, () -> Stream.concat(others(kept, read.days().getFirst().day()), read.days().stream()).toList(), form.seen(),
                binding, actor, model, response, redirect);
    }

    @PostMapping("/{year:\\d{4}}/days/{day:\\d{4}-\\d{2}-\\d{2}}/removal")
    String remove(@PathVariable int year, @PathVariable String day, String seen, Actor actor, Model model, HttpServletResponse response,
            RedirectAttributes redirect) {
        var kept = holidays.of(year);
        var binding = new MapBindingResult(new HashMap<>(), "removal");
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "removal", binding);
        return arrange(kept, () -> kept.days().stream().filter(one -> !one.day().toString().equals(day)).toList(), seen, binding, actor,
                model, response, redirect);
    }

    /** One day of the year as it was shown; whoever was overtaken sees the year as it is, and by whom, with what was typed. */
    private String arrange(HolidayYear kept, Supplier<List<SpecialDay>> days, String seen, BindingResult binding, Actor actor, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        if (!binding.hasErrors()) {
            try {
                holidays.arrange(kept.year(), days.get(), kept.notice(), kept.loaded(), seen(seen), actor);
                return done(kept.year(), redirect);
            } catch (OptimisticLockingFailureException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                changes.tell(subject(kept), CHANGES, binding);
            }
        }
        model.addAttribute("holidayYear", YearForm.of(kept));
        return year(kept, model);
    }

    private FieldEdit last(HolidayYear kept) {
        return changes.of(subject(kept), kept.lock(), CHANGES);
    }

    private static String subject(HolidayYear kept) {
        return "holidays:" + kept.year();
    }

    private String year(HolidayYear kept, Model model) {
        FIELDS.show(last(kept), YearForm.of(kept), model);
        model.addAttribute("year", kept);
        model.addAttribute("kinds", List.of(SpecialDay.Kind.values()));
        model.addAttribute("history", trail.of(subject(kept)).reversed().stream().limit(20).toList());
        if (!model.containsAttribute("holiday")) {
            model.addAttribute("holiday", new DayForm("", "", "", ""));
        }
        return "calendar/year";
    }

    private static Stream<SpecialDay> others(HolidayYear year, LocalDate day) {
        return year.days().stream().filter(one -> !one.day().equals(day));
    }

    private static String field(HolidayLines read) {
        var fault = read.problems().isEmpty() ? HolidayLines.Fault.UNREADABLE : read.problems().getFirst().fault();
        return switch (fault) {
            case NO_NAME -> "name";
            case NO_KIND, WORKED_ANYWAY -> "kind";
            default -> "day";
        };
    }

    /** A form without it was made by nobody's page: it has seen nothing. */
    private static int seen(String typed) {
        return Typed.whole(typed).orElse(-1);
    }

    private static String done(int year, RedirectAttributes redirect) {
        redirect.addFlashAttribute("done", true);
        return "redirect:/admin/holidays/" + year;
    }
}
