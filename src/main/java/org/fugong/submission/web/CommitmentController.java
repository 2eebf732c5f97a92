package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.fugong.edit.FormTexts;
import org.fugong.edit.SavedFields;
import org.fugong.account.Actor;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.edit.SeenFields;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.rule.Verdict;
import org.fugong.submission.Draft;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingPart;
import org.fugong.submission.Obstacle;
import org.fugong.submission.field.FieldValues;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
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

/** The commitment of a draft: the conditions confirmed one by one, and who is going to sign. */
@Controller
@RequestMapping("/my/drafts/{id:\\d{1,18}}/commitment")
class CommitmentController {

    /** The parameter that names a category to confirm whole. */
    private static final String WHOLE = "whole";

    private static final String DIGEST = "[0-9a-f]{16}";

    private final Drafts drafts;
    private final DraftEditing editing;
    private final DraftPages pages;
    private final SaveLimit limit;

    CommitmentController(Drafts drafts, DraftEditing editing, DraftPages pages, SaveLimit limit) {
        this.drafts = drafts;
        this.editing = editing;
        this.pages = pages;
        this.limit = limit;
    }

    @GetMapping
    String commitment(@PathVariable long id, @RequestParam(required = false) String back, Actor actor, Model model) {
        return page(draft(actor, id), new SignatoryForm(null, null), back, model);
    }

    @PostMapping
    String save(@PathVariable long id, @RequestParam(required = false) String back, @Valid @ModelAttribute("commitment") SignatoryForm form,
            BindingResult read, HttpServletRequest request, Actor actor, Model model) {
        limit.count(actor, id);
        var before = draft(actor, id);
        var fields = fields(before);
        var seen = fields.seen(request);
        var changed = FormTexts.map(form, seen::changed);
        // the conditions are fields of the page, too, and none of the form's
        BindingResult binding = new MapBindingResult(new HashMap<>(), "commitment");
        binding.addAllErrors(read);
        var changes = new HashMap<String, UnaryOperator<Answer>>();
        items(before).forEach(item -> changes.put(item.code(), said(item, request, seen)));
        var overtaken = editing.commitment(actor, id, fields.versions(seen), changes,
                accepted("signedName", changed.signedName(), binding), accepted("signedRole", changed.signedRole(), binding));
        var draft = draft(actor, id);
        fields.tell(overtaken, draft.filing().edits(), texts(draft), binding, model);
        if (!binding.hasErrors() && request.getParameter(WHOLE) != null) {
            return "redirect:" + DraftPages.root(id) + "/commitment" + after(draft, request.getParameter(WHOLE));
        }
        if (!binding.hasErrors() && !Autosave.asked(request)) {
            return DraftPages.next(draft, "/commitment", back);
        }
        var page = page(draft, changed, back, model);
        // another object under the name of the form would drop its errors
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "commitment", binding);
        return page;
    }

    /**
     * Confirmed, owed, or neither; of a category that is confirmed whole everything that is not owed. What is confirmed is the
     * digest of the words that were on the page, so that other words that came into force meanwhile are not.
     */
    private static UnaryOperator<Answer> said(ConditionItem item, HttpServletRequest request, SeenFields seen) {
        var said = request.getParameter(item.code());
        var words = request.getParameter("_" + item.code());
        if (said == null && words != null && words.matches(DIGEST) && item.category().equals(request.getParameter(WHOLE))) {
            return answer -> answer.confirmed(words).owed(false);
        }
        if (said == null && words == null || seen.untouched(item.code(), said == null ? "" : said)) {
            return answer -> answer;
        }
        return switch (said == null ? "" : said) {
            case "owed" -> answer -> answer.confirmed(null).owed(item.deferrable());
            case "" -> answer -> answer.confirmed(null).owed(false);
            default -> said.matches(DIGEST) ? answer -> answer.confirmed(said).owed(false) : answer -> answer;
        };
    }

    private static SavedFields fields(Draft draft) {
        return SavedFields.of(texts(draft).keySet(), field -> (field.startsWith("signed") ? "signatory." : "promises.") + field);
    }

    /** What is stored of each field of the page. */
    private static Map<String, String> texts(Draft draft) {
        var texts = new LinkedHashMap<String, String>();
        items(draft).forEach(item -> {
            var answer = draft.filing().answer(item.code());
            texts.put(item.code(), answer.owed() ? "owed" : FieldValues.text(answer.confirmed()));
        });
        texts.put("signedName", FieldValues.text(draft.filing().signedName()));
        texts.put("signedRole", FieldValues.text(draft.filing().signedRole()));
        return texts;
    }

    private static String accepted(String field, String typed, BindingResult binding) {
        return typed == null || binding.hasFieldErrors(field) ? null : Typed.isBlank(typed) ? "" : typed.strip();
    }

    private Draft draft(Actor actor, long id) {
        var draft = drafts.of(actor, id);
        if (draft.filing().kind() != FilingKind.COMMITMENT) {
            throw new NotFound();
        }
        return draft;
    }

    private static List<ConditionItem> items(Draft draft) {
        return draft.applicable().list().items().stream().filter(item -> item.use() != ConditionUse.GUIDE).toList();
    }

    /** The category after one that was confirmed whole, or what comes after the last. */
    private static String after(Draft draft, String category) {
        var codes = promised(draft).stream().map(ConditionItem::category).distinct().toList();
        int next = codes.indexOf(category) + 1;
        return next > 0 && next < codes.size() ? "#category-" + codes.get(next) : "#signing";
    }

    /** What applies to the site. */
    private static List<ConditionItem> promised(Draft draft) {
        var findings = draft.review().byCode();
        return items(draft).stream().filter(item -> findings.get(item.code()).verdict() != Verdict.NOT_APPLICABLE).toList();
    }

    private String page(Draft draft, SignatoryForm form, String back, Model model) {
        var promised = promised(draft);
        var categories = DraftPages.categories(draft).stream()
                .filter(category -> promised.stream().anyMatch(item -> item.category().equals(category.code()))).toList();
        var obstacles = draft.review().obstacles(FilingPart.COMMITMENT);
        model.addAttribute("items", promised).addAttribute("omitted", items(draft).size() - promised.size()).addAttribute("back", back)
                .addAttribute("categories", categories)
                .addAttribute("findings", draft.review().byCode())
                .addAttribute("commitment", form.over(draft.filing().signedName(), draft.filing().signedRole()))
                .addAttribute("obstacles", obstacles)
                .addAttribute("open", categories.stream().collect(Collectors.toMap(Category::code,
                        category -> promised.stream().filter(item -> item.category().equals(category.code()))
                                .filter(item -> unsettled(draft, item)).count())));
        fields(draft).show(draft.filing().edits(), texts(draft), model);
        return pages.page("submission/commitment", draft, model);
    }

    private static boolean unsettled(Draft draft, ConditionItem item) {
        var obstacle = draft.review().obstacle(item.code());
        return obstacle != null && (obstacle.problem() == Obstacle.Problem.UNCONFIRMED || obstacle.problem() == Obstacle.Problem.CHANGED);
    }
}
