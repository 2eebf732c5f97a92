package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fugong.edit.SavedFields;
import org.fugong.account.Actor;
import org.fugong.filing.FilingFacts;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.RosterCount;
import org.fugong.submission.field.FieldValues;
import org.fugong.submission.field.ListedFieldReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The facts about the site that the list in force needs to know. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/facts")
class FactsController {

    private final Drafts drafts;
    private final DraftEditing editing;
    private final DraftPages pages;
    private final SaveLimit limit;

    FactsController(Drafts drafts, DraftEditing editing, DraftPages pages, SaveLimit limit) {
        this.drafts = drafts;
        this.editing = editing;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping
    String facts(@PathVariable long id, @RequestParam(required = false) String back, Actor actor, Model model) {
        return page(drafts.of(actor, id), Map.of(), back, model);
    }

    @PostMapping
    String save(@PathVariable long id, @RequestParam(required = false) String back, HttpServletRequest request, Locale locale,
            Actor actor, Model model) {
        limit.count(actor, id);
        var before = drafts.of(actor, id);
        var fields = fields(before);
        var seen = fields.seen(request);
        var reading = new ListedFieldReading("facts");
        var changes = new HashMap<String, Object>();
        FilingFacts.asked(before.applicable().list()).forEach(fact -> {
            var typed = seen.changed(fact.name(), request.getParameter(fact.name()));
            if (typed != null) {
                reading.fact(fact, typed, locale)
                        .ifPresent(value -> changes.put(fact.name(), value.orElse(null)));
            }
        });
        var overtaken = editing.facts(actor, id, fields.versions(seen), known -> fitting(changes, known, reading));
        var draft = drafts.of(actor, id);
        fields.tell(overtaken, draft.filing().edits(), texts(draft), reading.binding(), model);
        if (!reading.binding().hasErrors() && !Autosave.asked(request)) {
            return DraftPages.next(draft, "/facts", back);
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "facts", reading.binding());
        return page(draft, reading.typed(), back, model);
    }

    /** No more people can have declared their health than there are on the roster, whichever of the two is changed. */
    private static Map<String, Object> fitting(Map<String, Object> changes, Map<String, Object> known, ListedFieldReading reading) {
        var merged = new HashMap<>(known);
        merged.putAll(changes);
        if (merged.get(RosterCount.DECLARED) instanceof Number declared && merged.get(RosterCount.ROSTER) instanceof Number roster
                && declared.doubleValue() > roster.doubleValue()) {
            boolean shrunk = declared.equals(known.get(RosterCount.DECLARED));
            reading.reject(shrunk ? RosterCount.ROSTER : RosterCount.DECLARED,
                    shrunk ? "facts.roster-below-declared" : "facts.declared-above-roster");
            changes.remove(RosterCount.DECLARED);
            changes.remove(RosterCount.ROSTER);
        }
        return changes;
    }

    private String page(Draft draft, Map<String, String> typed, String back, Model model) {
        var asked = FilingFacts.asked(draft.applicable().list());
        var stored = texts(draft);
        var values = new HashMap<>(stored);
        values.putAll(typed);
        model.addAttribute("asked", asked).addAttribute("values", values).addAttribute("back", back);
        fields(draft).show(draft.filing().edits(), stored, model);
        return pages.page("submission/facts", draft, model);
    }

    private static SavedFields fields(Draft draft) {
        return SavedFields.of(texts(draft).keySet(), fact -> "facts." + fact);
    }

    private static Map<String, String> texts(Draft draft) {
        var texts = new LinkedHashMap<String, String>();
        FilingFacts.asked(draft.applicable().list())
                .forEach(fact -> texts.put(fact.name(), FieldValues.text(draft.filing().facts().get(fact.name()))));
        return texts;
    }
}
