package org.fugong.inspection.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.LastChanges;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.inspection.CheckCaps;
import org.fugong.inspection.PositiveList;
import org.fugong.inspection.PositiveList.NoSuchFirm;
import org.fugong.inspection.PositiveListing.Reason;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;
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

/** The positive list of a county and how often a firm is checked there at most, kept by its admin. */
@Controller
@RequestMapping("/admin/positive-list")
class PositiveListController {

    private static final int PAGE = 50;
    private static final int MOST = 12;
    private static final String CAP = BindingResult.MODEL_KEY_PREFIX + "cap";

    private final PositiveList list;
    private final CheckCaps caps;
    private final LastChanges changes;
    private final Clock clock;

    PositiveListController(PositiveList list, CheckCaps caps, LastChanges changes, Clock clock) {
        this.list = list;
        this.caps = caps;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    String all(Actor actor, @RequestParam(required = false) Long before, Model model) {
        return page(actor, before, model);
    }

    @PostMapping
    String put(Actor actor, @Valid @ModelAttribute("listing") ListingForm form, BindingResult binding, Model model,
            RedirectAttributes redirect) {
        var reason = Stream.of(Reason.values()).filter(one -> one.name().equals(form.group())).findFirst().orElse(null);
        var until = DayRange.read(form.until()).filter(DayRange.POSSIBLE::contains).orElse(null);
        if (reason == null && !binding.hasFieldErrors("group")) {
            binding.rejectValue("group", "listing.group.unknown");
        }
        if (!binding.hasFieldErrors("until") && (until == null || until.isBefore(LocalDate.now(clock)))) {
            binding.rejectValue("until", until == null ? "listing.until.unreadable" : "listing.until.past");
        }
        if (!binding.hasErrors()) {
            try {
                list.put(actor, CreditCode.of(form.code()).value(), reason, form.note().strip(), until);
                return saved(redirect);
            } catch (NoSuchFirm | IllegalCreditCode e) {
                binding.rejectValue("code", "listing.code.unknown");
            }
        }
        return page(actor, null, model);
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    String end(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String seen, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        var binding = new MapBindingResult(new HashMap<>(), "cap");
        try {
            list.end(actor, id, Typed.whole(seen).orElse(-1));
            return saved(redirect);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            changes.tell("positive-listing:" + id, Set.of("positive-list.listed", "positive-list.changed", "positive-list.ended"), binding);
        }
        model.addAttribute(CAP, binding);
        return page(actor, null, model);
    }

    @PostMapping("/cap")
    String cap(Actor actor, @RequestParam(defaultValue = "") String perYear, @RequestParam(defaultValue = "") String seen, Model model,
            HttpServletResponse response, RedirectAttributes redirect) {
        var binding = new MapBindingResult(new HashMap<>(), "cap");
        var number = Typed.whole(perYear).filter(count -> count >= 1 && count <= MOST);
        if (number.isEmpty()) {
            binding.rejectValue("perYear", "cap.perYear.bounds", new Object[]{MOST}, null);
        } else {
            try {
                caps.set(actor, number.get(), Typed.whole(seen).orElse(Integer.MIN_VALUE));
                return saved(redirect);
            } catch (OptimisticLockingFailureException e) {
                response.setStatus(HttpStatus.CONFLICT.value());
                changes.tell("check-cap:" + actor.scope(), Set.of("check-cap.set"), binding);
            }
        }
        model.addAttribute(CAP, binding).addAttribute("perYear", perYear);
        return page(actor, null, model);
    }

    private static String saved(RedirectAttributes redirect) {
        redirect.addFlashAttribute("saved", true);
        return "redirect:/admin/positive-list";
    }

    private String page(Actor actor, Long before, Model model) {
        var rows = list.page(actor, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var cap = caps.of(actor.scope());
        model.addAttribute("rows", rows.stream().limit(PAGE).toList()).addAttribute("today", LocalDate.now(clock))
                .addAttribute("reasons", Reason.values()).addAttribute("checkCap", cap)
                .addAttribute("first", before == null ? null : "/admin/positive-list")
                .addAttribute("next", rows.size() > PAGE ? "/admin/positive-list?before=" + rows.get(PAGE - 1).id() : null);
        if (!model.containsAttribute("perYear")) {
            model.addAttribute("perYear", Integer.toString(cap.perYear()));
        }
        if (!model.containsAttribute("listing")) {
            model.addAttribute("listing", new ListingForm("", "", "", ""));
        }
        return "inspection/positive-list";
    }
}
