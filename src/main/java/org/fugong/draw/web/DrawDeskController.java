package org.fugong.draw.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.calendar.WorkingDays;
import org.fugong.draw.Draw;
import org.fugong.draw.DrawAnnouncement;
import org.fugong.draw.DrawRefused;
import org.fugong.draw.Draws;
import org.fugong.draw.StratumNames;
import org.fugong.web.Cursor;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.fugong.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draws of a county for its desk: prepared with a look at the pool, announced, cancelled before their time. */
@Controller
@RequestMapping("/desk/draws")
class DrawDeskController {

    /** Not that of the draw, which would drop the errors where it is put into the model after them. */
    private static final String NAME = "preparation";
    private static final String BINDING = BindingResult.MODEL_KEY_PREFIX + NAME;
    private static final LocalTime USUAL_HOUR = LocalTime.of(10, 0);
    private static final int REASON = 500;

    private final Draws draws;
    private final DrawAnnouncement announcement;
    private final DrawListing listing;
    private final DrawPages pages;
    private final DrawScopeBar bar;
    private final StratumNames names;
    private final DeskReading reading;
    private final WorkingDays days;
    private final Words words;

    DrawDeskController(Draws draws, DrawAnnouncement announcement, DrawListing listing, DrawPages pages, DrawScopeBar bar,
            StratumNames names, DeskReading reading, WorkingDays days, Words words) {
        this.draws = draws;
        this.announcement = announcement;
        this.listing = listing;
        this.pages = pages;
        this.bar = bar;
        this.names = names;
        this.reading = reading;
        this.days = days;
        this.words = words;
    }

    /** A stratum of the pool as it is now, with what was typed of it. */
    record StratumLine(String field, String value, String name, int firms, String amount) {
    }

    @GetMapping
    String all(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Locale locale, Model model) {
        var county = reading.county(actor, named);
        var page = draws.page(county, Cursor.byMoment(after, before));
        model.addAttribute("table", listing.table(page.rows(), "/desk/draws", locale)).addAttribute("page", page)
                .addAttribute("county", actor.role().ofCounty() ? "" : "&county=" + county).addAttribute("acts", reading.acts(actor));
        return "draw/desk-draws";
    }

    @GetMapping("/new")
    String prepare(Actor actor, @RequestParam MultiValueMap<String, String> typed, Locale locale, Model model) {
        return form(actor, DrawForm.typed(typed), new MapBindingResult(new LinkedHashMap<>(), NAME), locale, model);
    }

    @PostMapping
    String announce(Actor actor, @RequestParam MultiValueMap<String, String> typed, Locale locale, Model model) {
        var form = DrawForm.typed(typed);
        var binding = new MapBindingResult(new LinkedHashMap<>(), NAME);
        var values = new ArrayList<String>();
        for (int i = 1; form.fields().containsKey("value." + i); i++) {
            values.add(form.get("value." + i));
        }
        var rule = form.rule(values, binding);
        var time = form.time(binding);
        if (!binding.hasErrors()) {
            try {
                return "redirect:/desk/draws/" + announcement.announce(actor, rule, time).no();
            } catch (DrawRefused e) {
                reject(binding, e);
            }
        }
        return form(actor, form, binding, locale, model);
    }

    @GetMapping("/{no:\\d{6}-\\d{4}-\\d{4,9}}")
    String one(Actor actor, @PathVariable String no, @RequestParam(defaultValue = "0") String after, Locale locale, Model model) {
        return show(actor, no, DrawForm.whole(after, 0), "", locale, model);
    }

    @PostMapping("/{no:\\d{6}-\\d{4}-\\d{4,9}}/cancellation")
    String cancel(Actor actor, @PathVariable String no, @RequestParam(defaultValue = "") String reason, Locale locale, Model model,
            HttpServletResponse response) {
        var binding = new MapBindingResult(new LinkedHashMap<>(), NAME);
        if (Typed.isBlank(reason) || !Typed.isClean(reason, REASON, true)) {
            binding.rejectValue("reason", "draw.reason.missing", new Object[]{REASON}, null);
        } else {
            try {
                announcement.cancel(actor, no, reason.strip());
                return "redirect:/desk/draws/" + no;
            } catch (DrawRefused e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                reject(binding, e);
            }
        }
        model.addAttribute(BINDING, binding);
        return show(actor, no, 0, reason, locale, model);
    }

    private String show(Actor actor, String no, int after, String reason, Locale locale, Model model) {
        var draw = draws.findByNo(no).filter(one -> reading.counties(actor).contains(one.county())).orElseThrow(NotFound::new);
        pages.show(draw, after, "/desk/draws/" + no, locale, model);
        model.addAttribute("sent", draws.inspectors(draw.id())).addAttribute("reason", reason)
                .addAttribute("cancels", reading.acts(actor) && draw.state() == Draw.State.ANNOUNCED);
        return "draw/desk-draw";
    }

    private String form(Actor actor, DrawForm typed, BindingResult binding, Locale locale, Model model) {
        var earliest = announcement.earliest();
        var form = typed.orElse("tickets", "1").orElse("day", day(earliest)).orElse("clock", USUAL_HOUR.toString());
        var time = form.time(new MapBindingResult(new LinkedHashMap<>(), NAME));
        var preview = announcement.preview(actor, form.scope(), form.by(),
                (time == null ? earliest : time).atZone(Dates.ZONE).toLocalDate());
        var values = preview.values();
        var strata = new ArrayList<StratumLine>();
        for (var value : values) {
            strata.add(new StratumLine("amount." + (strata.size() + 1), value, names.of(form.by(), value, actor.scope(), locale),
                    preview.strata().get(value), form.amount(value)));
        }
        model.addAttribute("form", form).addAttribute("bar", bar.of(form, actor.scope(), locale)).addAttribute("preview", preview)
                .addAttribute("strata", strata).addAttribute("earliest", earliest).addAttribute("hidden", hidden(form))
                .addAttribute(BINDING, binding);
        return "draw/new";
    }

    private static List<Map.Entry<String, String>> hidden(DrawForm form) {
        return DrawForm.SCOPE.stream().filter(field -> !form.get(field).isBlank()).map(field -> Map.entry(field, form.get(field))).toList();
    }

    /** The first working day on which the usual hour is not too early. */
    private String day(Instant earliest) {
        var at = earliest.atZone(Dates.ZONE);
        var day = at.toLocalTime().isAfter(USUAL_HOUR) ? at.toLocalDate().plusDays(1) : at.toLocalDate();
        return (days.isWorkingDay(day) ? day : days.after(day, 1)).toString();
    }

    private void reject(BindingResult binding, DrawRefused refused) {
        refused.problems().forEach(problem -> {
            var arguments = Stream.of(problem.arguments())
                    .map(argument -> argument instanceof String text && text.startsWith("#") ? words.of(text.substring(1)) : argument)
                    .toArray();
            if (problem.field().isEmpty()) {
                binding.reject(problem.key(), arguments, null);
            } else {
                binding.rejectValue(problem.field(), problem.key(), arguments, null);
            }
        });
    }
}
