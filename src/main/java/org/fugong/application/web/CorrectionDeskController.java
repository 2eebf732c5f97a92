package org.fugong.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.application.ApplicationConflict;
import org.fugong.application.Correction.Point;
import org.fugong.application.CorrectionAnswering;
import org.fugong.application.CorrectionAsking;
import org.fugong.application.CorrectionTarget;
import org.fugong.application.CorrectionTargets;
import org.fugong.application.Corrections;
import org.fugong.filing.Filing;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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

/** Asking a firm to put its application right: every point at once, each pinned to an item or a field with a sentence. */
@Controller
@RequestMapping("/desk/applications/{no}/correction")
class CorrectionDeskController {

    private static final String PREFIX = "point.";
    private static final int MAX = 200;

    private final ApplicationPages pages;
    private final CorrectionAsking asking;
    private final CorrectionTargets targets;
    private final Corrections corrections;
    private final CorrectionTexts texts;

    CorrectionDeskController(ApplicationPages pages, CorrectionAsking asking, CorrectionTargets targets, Corrections corrections,
            CorrectionTexts texts) {
        this.pages = pages;
        this.asking = asking;
        this.targets = targets;
        this.corrections = corrections;
        this.texts = texts;
    }

    /** A field of the form: what may be asked about, what it is called, and what the filing says there. */
    record Field(CorrectionTarget target, String title, String value, String shown) {
    }

    @GetMapping
    String form(Actor actor, @PathVariable String no, Model model) {
        return page(actor, no, Map.of(), model);
    }

    @PostMapping
    String ask(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        var filing = pages.file(actor, no).filing();
        var points = points(typed);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "asked");
        check(filing, points, binding);
        try {
            if (!binding.hasErrors()) {
                asking.ask(actor, no, Typed.whole(typed.get("version")).orElse(-1),
                        points.entrySet().stream().map(point -> new Point(point.getKey(), point.getValue())).toList());
                return "redirect:/desk/applications/" + no;
            }
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "asked", binding);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", ApplicationPages.problem(e));
        }
        return page(actor, no, points, model);
    }

    private static Map<String, String> points(Map<String, String> typed) {
        var points = new LinkedHashMap<String, String>();
        typed.forEach((name, text) -> {
            if (name.startsWith(PREFIX) && !Typed.isBlank(text)) {
                points.put(name.substring(PREFIX.length()), text.strip());
            }
        });
        return points;
    }

    private void check(Filing filing, Map<String, String> points, BindingResult binding) {
        var known = targets.of(filing).keySet();
        if (points.isEmpty()) {
            binding.reject("correction.none");
        }
        points.forEach((target, text) -> {
            if (!known.contains(target)) {
                binding.reject("correction.outside", new Object[]{target.matches("[\\w.]{1,40}") ? target : "?"}, null);
            } else if (!Typed.isClean(text, MAX, false)) {
                binding.rejectValue(PREFIX + target, "Line", new Object[]{new DefaultMessageSourceResolvable("correction.point"), MAX},
                        null);
            }
        });
    }

    private String page(Actor actor, String no, Map<String, String> points, Model model) {
        var file = pages.file(actor, no);
        pages.show(actor, file, model);
        var asked = corrections.findById(file.filing().id());
        if (asked.isPresent() && !model.containsAttribute("conflict")) {
            model.addAttribute("conflict", ApplicationConflict.Problem.CORRECTED_ALREADY.name());
        }
        model.addAttribute("fields", asked.isPresent()
                ? List.of()
                : targets.of(file.filing()).values().stream()
                        .map(target -> field(file.filing(), target))
                        .toList())
                .addAttribute("points", points);
        return "application/correction-asking";
    }

    private Field field(Filing filing, CorrectionTarget target) {
        var value = CorrectionAnswering.text(CorrectionAnswering.value(filing, target));
        return new Field(target, texts.title(target), value, texts.shown(filing, target, value));
    }
}
