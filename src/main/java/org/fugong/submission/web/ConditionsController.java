package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fugong.edit.SavedFields;
import org.fugong.account.Actor;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.edit.SeenFields;
import org.fugong.enterprise.Phone;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.rule.AnswerType;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.field.FieldValues;
import org.fugong.submission.field.ListedFieldReading;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conditions of one category: what is asked, what was answered, and the verdict on it. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/conditions/{category}")
class ConditionsController {

    private final Drafts drafts;
    private final DraftEditing editing;
    private final DraftPages pages;
    private final SaveLimit limit;

    ConditionsController(Drafts drafts, DraftEditing editing, DraftPages pages, SaveLimit limit) {
        this.drafts = drafts;
        this.editing = editing;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping
    String conditions(@PathVariable long id, @PathVariable String category, @RequestParam(required = false) String back, Actor actor,
            Model model) {
        return page(drafts.of(actor, id), category, Map.of(), back, model);
    }

    @PostMapping
    String save(@PathVariable long id, @PathVariable String category, @RequestParam(required = false) String back,
            HttpServletRequest request, Locale locale, Actor actor, Model model) {
        limit.count(actor, id);
        var before = drafts.of(actor, id);
        var items = items(before, category);
        var fields = fields(before, items);
        var seen = fields.seen(request);
        var reading = new ListedFieldReading("conditions");
        var changes = new HashMap<String, UnaryOperator<Answer>>();
        items.forEach(item -> read(item, request, seen, locale, reading, changes));
        var overtaken = editing.answers(actor, id, fields.versions(seen), changes);
        var draft = drafts.of(actor, id);
        fields.tell(overtaken, draft.filing().edits(), texts(draft, items), reading.binding(), model);
        if (!reading.binding().hasErrors() && !Autosave.asked(request)) {
            return DraftPages.next(draft, "/conditions/" + category, back);
        }
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "conditions", reading.binding());
        return page(draft, category, reading.typed(), back, model);
    }

    private static void read(ConditionItem item, HttpServletRequest request, SeenFields seen, Locale locale,
            ListedFieldReading reading, Map<String, UnaryOperator<Answer>> changes) {
        var owed = owed(item, request, seen);
        var typed = item.answer() == AnswerType.NONE ? null : seen.changed(item.code(), request.getParameter(item.code()));
        if (typed != null) {
            reading.answer(item, typed, locale)
                    .ifPresentOrElse(value -> changes.put(item.code(), answer -> owed.apply(answer.value(value.orElse(null)))),
                            () -> changes.put(item.code(), owed));
        } else {
            changes.put(item.code(), owed);
        }
    }

    /** A box that is not ticked is not sent; a hidden field says that it was on the page. */
    private static UnaryOperator<Answer> owed(ConditionItem item, HttpServletRequest request, SeenFields seen) {
        var ticked = request.getParameter(owed(item));
        return request.getParameter("_" + owed(item)) == null || seen.untouched(owed(item), ticked == null ? "" : "true")
                ? answer -> answer
                : answer -> answer.owed(item.deferrable() && ticked != null);
    }

    private static String owed(ConditionItem item) {
        return item.code() + "-owed";
    }

    private static SavedFields fields(Draft draft, List<ConditionItem> items) {
        return SavedFields.of(texts(draft, items).keySet(), field -> field.endsWith("-owed")
                ? "owed." + field.substring(0, field.length() - "-owed".length())
                : "answers." + field);
    }

    /** What is stored of each field of a page. */
    private static Map<String, String> texts(Draft draft, List<ConditionItem> items) {
        var texts = new LinkedHashMap<String, String>();
        items.forEach(item -> {
            var answer = draft.filing().answer(item.code());
            texts.put(item.code(), FieldValues.text(answer.value()));
            texts.put(owed(item), answer.owed() ? "true" : "");
        });
        return texts;
    }

    private String page(Draft draft, String category, Map<String, String> typed, String back, Model model) {
        var items = items(draft, category);
        var values = new HashMap<String, String>();
        items.forEach(item -> values.put(item.code(), typed.getOrDefault(item.code(), FieldValues.text(known(draft.filing(), item)))));
        fields(draft, items).show(draft.filing().edits(), texts(draft, items), model);
        var categories = DraftPages.categories(draft);
        var shown = categories.stream().filter(one -> one.code().equals(category)).findFirst().orElseThrow(NotFound::new);
        model.addAttribute("category", shown).addAttribute("position", categories.indexOf(shown) + 1)
                .addAttribute("count", categories.size())
                .addAttribute("items", items).addAttribute("values", values).addAttribute("back", back)
                .addAttribute("findings", draft.review().byCode())
                .addAttribute("obstacles", draft.review().obstacles(category))
                .addAttribute("settled", DraftPages.settled(draft.review(), items, category));
        return pages.page("submission/conditions", draft, model);
    }

    /** What was answered; the number of the plan is at hand where a number to call is asked for. */
    private static Object known(Filing draft, ConditionItem item) {
        var value = draft.answer(item.code()).value();
        return "phone".equals(item.unit()) ? Phone.written(value == null ? draft.plan().phone() : value.toString()) : value;
    }

    /** {@link NotFound} where the list has no such category, or the kind has nothing to answer. */
    private static List<ConditionItem> items(Draft draft, String category) {
        if (!draft.filing().kind().answered()) {
            throw new NotFound();
        }
        var content = draft.applicable().list().content();
        return content.categories().stream().filter(known -> known.code().equals(category)).map((Category known) -> content.itemsOf(known))
                .filter(items -> !items.isEmpty()).findFirst().orElseThrow(NotFound::new);
    }
}
