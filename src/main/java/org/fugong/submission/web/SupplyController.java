package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.FileRefused;
import org.fugong.filing.Filing;
import org.fugong.filing.OwedDays;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Verdict;
import org.fugong.submission.OwedSupply;
import org.fugong.submission.field.FieldValues;
import org.fugong.submission.field.ListedFieldReading;
import org.fugong.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An item that a filing owes: its answer and its files, to be supplied at once or file by file. */
@Controller
@RequestMapping("/my/filings/{no:\\d{6}-\\d{6}-\\d{5,12}-\\d}/owed/{code:\\w{1,60}}")
class SupplyController {

    private final OwedSupply supply;
    private final OwedDays days;
    private final Attaching attaching;
    private final Attachments attachments;
    private final SaveLimit limit;
    private final RefusedActs refusals;
    private final Words words;

    SupplyController(OwedSupply supply, OwedDays days, Attaching attaching, Attachments attachments, SaveLimit limit,
            RefusedActs refusals, Words words) {
        this.supply = supply;
        this.days = days;
        this.attaching = attaching;
        this.attachments = attachments;
        this.limit = limit;
        this.refusals = refusals;
        this.words = words;
    }

    /** What is supplied already, or ended with its filing, leads to the page of the filing, which says so. */
    @GetMapping
    String item(@PathVariable String no, @PathVariable String code, Actor actor, Model model) {
        var owed = supply.of(actor, no, code);
        return owed.open() ? page(owed, Map.of(), model) : "redirect:/my/filings/" + no;
    }

    /**
     * Files that can be taken are attached in any case; without an error the item is supplied, unless only files were to be sent. What
     * has ended with its filing is refused with the state of that, and nothing is attached.
     */
    @PostMapping
    String supply(@PathVariable String no, @PathVariable String code, @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String only, HttpServletRequest request, Locale locale, Actor actor, Model model,
            HttpServletResponse response, RedirectAttributes redirect) throws IOException {
        var owed = supply.of(actor, no, code);
        limit.count(actor, owed.filing().id());
        if (owed.filing().supplied(code) != null) {
            return "redirect:/my/filings/" + no;
        }
        if (!owed.open()) {
            return refused("SUPPLY", owed, request, files, locale, model, response);
        }
        var reading = new ListedFieldReading("supply");
        attach(actor, owed, files == null ? List.of() : files, reading);
        var value = owed.item().answer() == AnswerType.NONE ? null : answer(owed, request, locale, only != null, reading);
        var facts = facts(owed, request, locale, reading);
        if (!reading.binding().hasErrors()) {
            if (only != null) {
                redirect.addFlashAttribute("done", "supply.attached");
                redirect.addFlashAttribute("typed", reading.typed());
                return "redirect:/my/filings/" + no + "/owed/" + code;
            }
            try {
                var finding = supply.supply(actor, no, code, value, facts);
                if (finding.verdict() == Verdict.MET || finding.verdict() == Verdict.NOT_APPLICABLE) {
                    redirect.addFlashAttribute("suppliedNow", owed.item().title(locale));
                    return "redirect:/my/filings/" + no;
                }
                reading.reject(field(owed), "supply.unmet", owed.item().title(locale), finding.text(locale));
            } catch (Filing.Overtaken e) {
                return refused("SUPPLY", supply.of(actor, no, code), request, List.of(), locale, model, response);
            }
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "supply", reading.binding());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(supply.of(actor, no, code), reading.typed(), model);
    }

    /** Takes off a file that was attached since the filing was submitted; what was filed stays. */
    @PostMapping("/attachments/{attachment:\\d{1,18}}/removal")
    String remove(@PathVariable String no, @PathVariable String code, @PathVariable long attachment, Actor actor,
            HttpServletRequest request, Locale locale, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        var owed = supply.of(actor, no, code);
        if (!owed.open()) {
            return refused("REMOVE", owed, request, List.of(), locale, model, response);
        }
        attaching.remove(actor, owed.filing().id(), code, attachment);
        redirect.addFlashAttribute("done", "supply.removed");
        return "redirect:/my/filings/" + no + "/owed/" + code;
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping("/attachments/{attachment:\\d{1,18}}/removal")
    String again(@PathVariable String no, @PathVariable String code, Actor actor) {
        supply.of(actor, no, code);
        return "redirect:/my/filings/" + no + "/owed/" + code;
    }

    /** With what was typed, and the names of the files that were sent for nothing. */
    private String refused(String act, OwedSupply.Owed owed, HttpServletRequest request, List<MultipartFile> files, Locale locale,
            Model model, HttpServletResponse response) {
        var typed = new ArrayList<RefusedActs.Said>();
        typed.add(new RefusedActs.Said(owed.item().title(locale), request.getParameter(owed.item().code())));
        owed.facts().forEach(fact -> typed.add(new RefusedActs.Said(fact.label(locale), request.getParameter(fact.name()))));
        if (files != null) {
            files.forEach(file -> typed.add(new RefusedActs.Said(words.of("supply.not-kept"), file.getOriginalFilename())));
        }
        return refusals.page(act, owed.filing(), typed, model, response);
    }

    private void attach(Actor actor, OwedSupply.Owed owed, List<MultipartFile> files, ListedFieldReading reading) throws IOException {
        for (var file : files) {
            // a field in which nothing was chosen is sent without a name
            if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                try {
                    attaching.add(actor, owed.filing().id(), owed.item().code(), file.getOriginalFilename(), file::getBytes, null);
                } catch (FileRefused e) {
                    reading.binding().rejectValue("files", "attachment.fault." + e.fault(), new Object[]{e.file(), e.fault().limit()},
                            null);
                }
            }
        }
    }

    private static Object answer(OwedSupply.Owed owed, HttpServletRequest request, Locale locale, boolean mayBeEmpty,
            ListedFieldReading reading) {
        var item = owed.item();
        var typed = request.getParameter(item.code());
        var read = reading.answer(item, typed == null ? "" : typed, locale);
        if (read.isPresent() && read.get().isEmpty() && !mayBeEmpty) {
            reading.reject(item.code(), "supply.missing", item.title(locale));
        }
        return read.flatMap(value -> value).orElse(null);
    }

    private static Map<String, Object> facts(OwedSupply.Owed owed, HttpServletRequest request, Locale locale, ListedFieldReading reading) {
        var facts = new HashMap<String, Object>();
        owed.facts().forEach(fact -> {
            var typed = request.getParameter(fact.name());
            reading.fact(fact, typed == null ? "" : typed, locale).flatMap(value -> value)
                    .ifPresent(value -> facts.put(fact.name(), value));
        });
        return facts;
    }

    /** Beside which field it is said that the item is not met. */
    private static String field(OwedSupply.Owed owed) {
        return owed.facts().isEmpty() ? owed.item().code() : owed.facts().getFirst().name();
    }

    private String page(OwedSupply.Owed owed, Map<String, String> typed, Model model) {
        var code = owed.item().code();
        var values = new HashMap<String, String>();
        owed.facts().forEach(fact -> values.put(fact.name(), FieldValues.text(owed.filing().facts().get(fact.name()))));
        values.put(code, FieldValues.text(owed.filing().answer(code).value()));
        if (model.getAttribute("typed") instanceof Map<?, ?> earlier) {
            earlier.forEach((name, text) -> values.put(name.toString(), text.toString()));
        }
        values.putAll(typed);
        model.addAttribute("filing", owed.filing()).addAttribute("list", owed.list()).addAttribute("item", owed.item())
                .addAttribute("facts", owed.facts()).addAttribute("values", values)
                .addAttribute("owed", days.of(owed.filing()).stream().filter(item -> item.code().equals(code)).findFirst().orElseThrow())
                .addAttribute("attached", attachments.forFirm(owed.filing().id()));
        return "submission/supply";
    }
}
