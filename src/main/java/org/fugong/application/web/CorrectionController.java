package org.fugong.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.application.Correction;
import org.fugong.application.CorrectionAnswering;
import org.fugong.application.CorrectionAnswering.Given;
import org.fugong.application.CorrectionTarget;
import org.fugong.application.CorrectionTargets;
import org.fugong.application.Corrections;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingReading;
import org.fugong.filing.ReplyClocks;
import org.fugong.web.NotFound;
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

/** What a firm is asked to put right in its application, and nothing else: each point with its field. */
@Controller
@RequestMapping("/my/filings/{no:\\d{6}-\\d{6}-\\d{5,12}-\\d}/correction")
class CorrectionController {

    private final FilingReading filings;
    private final Corrections corrections;
    private final CorrectionTargets targets;
    private final CorrectionAnswering answering;
    private final ReplyClocks clocks;
    private final CorrectionTexts texts;

    CorrectionController(FilingReading filings, Corrections corrections, CorrectionTargets targets, CorrectionAnswering answering,
            ReplyClocks clocks, CorrectionTexts texts) {
        this.filings = filings;
        this.corrections = corrections;
        this.targets = targets;
        this.answering = answering;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** A point on the page: what it is pinned to and what it is called, what is asked, and what its fields hold. */
    record Row(CorrectionTarget target, String title, String text, String value, String said, Correction.Answer answer) {
    }

    @GetMapping
    String show(Actor actor, @PathVariable String no, Model model) {
        return page(filings.of(actor, no), null, model);
    }

    /** Answers all points; where the round is over that is said, with what was typed still there. */
    @PostMapping
    String answer(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed, Model model,
            HttpServletResponse response) {
        var filing = filings.of(actor, no);
        var form = new CorrectionForm(typed, texts::title);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "corrected");
        Map<String, Given> given = form.given(filing, of(filing), targets.of(filing), binding);
        try {
            if (!binding.hasErrors()) {
                answering.answer(actor, no, given);
                return "redirect:/my/filings/" + no;
            }
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "corrected", binding);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", ApplicationPages.problem(e));
        }
        return page(filings.of(actor, no), typed, model);
    }

    private Correction of(Filing filing) {
        return corrections.findById(filing.id()).orElseThrow(NotFound::new);
    }

    private String page(Filing filing, Map<String, String> typed, Model model) {
        var correction = of(filing);
        var known = targets.of(filing);
        model.addAttribute("filing", filing)
                .addAttribute("correction", correction)
                .addAttribute("clock", clocks.of(filing.id()).orElseThrow())
                .addAttribute("open", correction.open() && filing.state().undecided())
                .addAttribute("rows", correction.points().stream().filter(point -> known.containsKey(point.target()))
                        .map(point -> row(filing, correction, known.get(point.target()), point.text(), typed)).toList())
                .addAttribute("typed", typed == null
                        ? List.of()
                        : typed.entrySet().stream()
                                .filter(field -> field.getKey().startsWith(CorrectionForm.SAID) && !field.getValue().isBlank())
                                .map(Map.Entry::getValue).toList());
        return "application/correction";
    }

    private Row row(Filing filing, Correction correction, CorrectionTarget target, String text, Map<String, String> typed) {
        var value = CorrectionAnswering.text(CorrectionAnswering.value(filing, target));
        return new Row(target, texts.title(target), text,
                typed == null ? value : typed.getOrDefault(target.name(), value),
                typed == null ? "" : typed.getOrDefault(CorrectionForm.SAID + target.name(), ""), correction.answer(target.name()));
    }
}
