package org.fugong.behalf.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.FileRefused;
import org.fugong.behalf.BehalfEntering;
import org.fugong.behalf.BehalfEntry;
import org.fugong.behalf.EntryChannel;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Phone;
import org.fugong.filing.FilingFacts;
import org.fugong.rule.Fact;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.SubmissionRefused;
import org.fugong.submission.field.FieldValues;
import org.fugong.submission.field.ListedFieldReading;
import org.fugong.web.Dates;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The draft of an entry, all of it on one page as it stands on the paper: saved as far as it can be read, and submitted. */
@Controller
@RequestMapping("/desk/behalf/{id:\\d{1,18}}")
class EntryController {

    private final BehalfEntering entering;
    private final DraftEditing editing;
    private final Attaching attaching;
    private final Attachments attachments;
    private final Clock clock;

    EntryController(BehalfEntering entering, DraftEditing editing, Attaching attaching, Attachments attachments, Clock clock) {
        this.entering = entering;
        this.editing = editing;
        this.attaching = attaching;
        this.attachments = attachments;
        this.clock = clock;
    }

    @GetMapping
    String entry(@PathVariable long id, Actor actor, Model model) {
        return page(actor, entering.of(actor, id), Map.of(), model);
    }

    /** What a clerk of the hotline tells the caller, for whom the filing itself is none of that desk. */
    @GetMapping("/receipt")
    String receipt(@PathVariable long id, Actor actor, Model model) {
        var entry = entering.of(actor, id);
        var filing = entering.filing(entry);
        if (filing.no() == null) {
            return "redirect:/desk/behalf/" + id;
        }
        model.addAttribute("entry", entry).addAttribute("filing", filing);
        return "behalf/receipt";
    }

    @PostMapping
    String save(@PathVariable long id, @RequestParam(required = false) List<MultipartFile> scan,
            @RequestParam(required = false) String submit, @RequestParam(defaultValue = "-1") int version,
            HttpServletRequest request, HttpServletResponse response, Locale locale, Actor actor, Model model,
            RedirectAttributes redirect) throws IOException {
        var entry = entering.of(actor, id);
        var draft = entering.draft(actor, entry);
        var reading = new ListedFieldReading("behalf");
        var typed = EntryReading.of(request, draft, LocalDate.ofInstant(clock.instant(), Dates.ZONE), locale, reading);
        if (version != draft.filing().version()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            tellWhatStands(request, draft, reading);
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "behalf", reading.binding());
            return page(actor, entry, reading.typed(), model);
        }
        store(actor, entry, draft, typed);
        attach(actor, entry, scan == null ? List.of() : scan, reading);
        if (!reading.binding().hasErrors() && submit == null) {
            redirect.addFlashAttribute("saved", true);
            return "redirect:/desk/behalf/" + id;
        }
        if (!reading.binding().hasErrors()) {
            try {
                var filing = entering.submit(actor, id, typed.signedName());
                return "redirect:" + (actor.role() == Role.HOTLINE ? "/desk/behalf/" + id + "/receipt" : "/desk/filings/" + filing.no());
            } catch (BehalfEntering.ScanMissing e) {
                reading.binding().rejectValue("scan", "behalf.scan.missing");
            } catch (SubmissionRefused refused) {
                refuse(refused, reading, model);
            }
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "behalf", reading.binding());
        return page(actor, entry, reading.typed(), model);
    }

    @PostMapping("/scans/{scan:\\d{1,18}}/removal")
    String remove(@PathVariable long id, @PathVariable long scan, Actor actor) {
        var entry = entering.of(actor, id);
        entering.draft(actor, entry);
        attaching.remove(entering.actor(actor, entry), entry.filingId(), Attaching.PAPER, scan);
        return "redirect:/desk/behalf/" + id;
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping("/scans/{scan:\\d{1,18}}/removal")
    String again(@PathVariable long id, Actor actor) {
        return "redirect:/desk/behalf/" + entering.of(actor, id).id();
    }

    /** What was submitted meanwhile is a filing. */
    @ExceptionHandler
    String submitted(Drafts.Submitted submitted, HttpServletRequest request) {
        return "redirect:" + (request.isUserInRole(Role.HOTLINE.name()) ? "/desk/behalf" : "/desk/filings/" + submitted.no());
    }

    private void store(Actor actor, BehalfEntry entry, Draft draft, EntryReading typed) {
        var firm = entering.actor(actor, entry);
        long filing = entry.filingId();
        editing.plan(firm, filing, SeenVersions.LATEST, known -> typed.plan());
        if (draft.filing().kind().conditions()) {
            editing.facts(firm, filing, SeenVersions.LATEST, known -> typed.facts());
            editing.commitment(firm, filing, SeenVersions.LATEST, typed.answers(), typed.signedName(), typed.signedRole());
        }
    }

    private void attach(Actor actor, BehalfEntry entry, List<MultipartFile> scans, ListedFieldReading reading) throws IOException {
        for (var file : scans) {
            // a field in which nothing was chosen is sent without a name
            if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                try {
                    entering.scan(actor, entry, file.getOriginalFilename(), file::getBytes);
                } catch (FileRefused e) {
                    reading.binding().rejectValue("scan", "attachment.fault." + e.fault(), new Object[]{e.file(), e.fault().limit()}, null);
                }
            }
        }
    }

    /** Each obstacle is told at its field, in the words in which a firm is told. */
    private static void refuse(SubmissionRefused refused, ListedFieldReading reading, Model model) {
        if (refused.review() == null) {
            reading.binding().reject("submission.refused." + refused.reason(),
                    new Object[]{refused.live() == null ? "" : refused.live().no()}, null);
        } else {
            reading.binding().reject("behalf.incomplete");
            model.addAttribute("obstacles", refused.review().obstacles());
        }
    }

    /** Somebody else has saved since the page was opened: what stands now is told at each field that says something else. */
    private static void tellWhatStands(HttpServletRequest request, Draft draft, ListedFieldReading reading) {
        reading.binding().reject("behalf.overtaken");
        var stored = stored(draft);
        reading.typed().forEach((field, typed) -> {
            var stands = Objects.requireNonNullElse(stored.get(field), "");
            var said = field.equals("phone") ? Phone.of(typed).map(phone -> Phone.written(phone.value())).orElse(typed) : typed;
            if (request.getParameter(field) != null && !said.equals(stands)) {
                reading.binding().rejectValue(field, "behalf.stands", new Object[]{stands}, null);
            }
        });
    }

    /** The texts of the fields as they are stored, by the names that they have on the page. */
    private static Map<String, String> stored(Draft draft) {
        var filing = draft.filing();
        var list = draft.applicable().list();
        var values = new HashMap<String, String>();
        filing.contents().fields().forEach((name, text) -> {
            if (name.startsWith("plan.")) {
                values.put(name.substring("plan.".length()), text);
            }
        });
        values.put("phone", Phone.written(filing.plan().phone()));
        values.put("signedName", FieldValues.text(filing.signedName()));
        values.put("signedRole", FieldValues.text(filing.signedRole()));
        asked(draft).forEach(fact -> values.put(fact.name(), FieldValues.text(filing.facts().get(fact.name()))));
        list.items().forEach(item -> values.put(item.code(), FieldValues.text(filing.answer(item.code()).value())));
        return values;
    }

    private static List<Fact> asked(Draft draft) {
        return draft.filing().kind().conditions() ? FilingFacts.asked(draft.applicable().list()) : List.of();
    }

    private String page(Actor actor, BehalfEntry entry, Map<String, String> typed, Model model) {
        var draft = entering.draft(actor, entry);
        var filing = draft.filing();
        var values = stored(draft);
        values.putAll(typed);
        model.addAttribute("entry", entry).addAttribute("draft", filing).addAttribute("firm", draft.enterprise())
                .addAttribute("site", draft.site()).addAttribute("list", draft.applicable().list()).addAttribute("asked", asked(draft))
                .addAttribute("values", values).addAttribute("findings", draft.review().byCode())
                .addAttribute("paper", entry.channel() == EntryChannel.PAPER)
                .addAttribute("promised", filing.answers().values().stream().anyMatch(answer -> answer.confirmed() != null))
                .addAttribute("scans", attachments.forFirm(filing.id()).on(Attaching.PAPER));
        return "behalf/entry";
    }
}
