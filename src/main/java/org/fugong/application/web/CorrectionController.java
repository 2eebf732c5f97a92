package org.fugong.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.FileRefused;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingReading;
import org.fugong.filing.ReplyClocks;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
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
import org.springframework.web.multipart.MultipartFile;

/** What a firm is asked to put right in its application, and nothing else: each point with its field. */
@Controller
@RequestMapping("/my/filings/{no:\\d{6}-\\d{6}-\\d{5,12}-\\d}/correction")
class CorrectionController {

    private final FilingReading filings;
    private final Corrections corrections;
    private final CorrectionTargets targets;
    private final CorrectionAnswering answering;
    private final Attaching attaching;
    private final Attachments attachments;
    private final ReplyClocks clocks;
    private final CorrectionTexts texts;

    CorrectionController(FilingReading filings, Corrections corrections, CorrectionTargets targets, CorrectionAnswering answering,
            Attaching attaching, Attachments attachments, ReplyClocks clocks, CorrectionTexts texts) {
        this.filings = filings;
        this.corrections = corrections;
        this.targets = targets;
        this.answering = answering;
        this.attaching = attaching;
        this.attachments = attachments;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** A point on the page: what it is pinned to and what it is called, what is asked, what its fields hold, and what is attached to it. */
    record Row(CorrectionTarget target, String title, String text, String value, String said, Correction.Answer answer,
            List<Attachment> files) {
    }

    @GetMapping
    String show(Actor actor, @PathVariable String no, Model model) {
        return page(filings.of(actor, no), null, model);
    }

    /**
     * Answers all points; files that can be taken are attached in any case. Where the round is over that is said, with what was typed
     * still there.
     */
    @PostMapping
    String answer(Actor actor, @PathVariable String no, @RequestParam Map<String, String> typed,
            @RequestParam MultiValueMap<String, MultipartFile> files, Model model, HttpServletResponse response) throws IOException {
        var filing = filings.of(actor, no);
        var correction = of(filing);
        var known = targets.of(filing);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "corrected");
        if (open(filing, correction)) {
            attach(actor, filing, correction, files, binding);
        }
        var attached = correction.points().stream().map(Correction.Point::target)
                .filter(target -> !answering.attached(filing, correction, target).isEmpty()).toList();
        var form = new CorrectionForm(typed, attached, texts::title);
        Map<String, Given> given = form.given(filing, correction, known, binding);
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

    /** Takes off a file that was attached to a point since that was asked. */
    @PostMapping("/attachments/{item:\\w{1,60}}/{attachment:\\d{1,18}}/removal")
    String remove(Actor actor, @PathVariable String no, @PathVariable String item, @PathVariable long attachment) {
        var filing = filings.of(actor, no);
        if (open(filing, of(filing))) {
            attaching.remove(actor, filing.id(), item, attachment);
        }
        return "redirect:/my/filings/" + no + "/correction";
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping("/attachments/{item:\\w{1,60}}/{attachment:\\d{1,18}}/removal")
    String again(Actor actor, @PathVariable String no) {
        return "redirect:/my/filings/" + filings.of(actor, no).no() + "/correction";
    }

    private void attach(Actor actor, Filing filing, Correction correction, MultiValueMap<String, MultipartFile> files,
            MapBindingResult binding) throws IOException {
        var known = targets.of(filing);
        for (var point : correction.points()) {
            var field = CorrectionForm.FILES + point.target();
            for (var file : known.get(point.target()).takesFiles() ? files.getOrDefault(field, List.of()) : List.<MultipartFile>of()) {
                // a field in which nothing was chosen is sent without a name
                if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                    try {
                        attaching.add(actor, filing.id(), point.target(), file.getOriginalFilename(), file::getBytes, null);
                    } catch (FileRefused e) {
                        binding.rejectValue(field, "attachment.fault." + e.fault(), new Object[]{e.file(), e.fault().limit()}, null);
                    }
                }
            }
        }
    }

    private static boolean open(Filing filing, Correction correction) {
        return correction.open() && filing.state().undecided();
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
                .addAttribute("open", open(filing, correction))
                .addAttribute("attached", attachments.forFirm(filing.id()))
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
                typed == null ? "" : typed.getOrDefault(CorrectionForm.SAID + target.name(), ""), correction.answer(target.name()),
                answering.attached(filing, correction, target.name()));
    }
}
