package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fugong.edit.FieldEdit;
import org.fugong.edit.SeenFields;
import org.fugong.edit.SeenVersions;
import org.fugong.filing.Filing;
import org.fugong.web.Dates;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * The fields of one page of a draft: the text of each as it is stored and shown, and the name under which its edits are kept.
 * Gives the page a token for each of them, and reads a form with the tokens that its page had shown.
 */
final class SavedFields {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** The digest of the words of a condition that was promised. */
    private static final Pattern CONFIRMED = Pattern.compile("[0-9a-f]{16}");

    private final Map<String, String> names;

    private SavedFields(Map<String, String> names) {
        this.names = names;
    }

    /** Fields whose edits are kept under a part of the filing and a name that follows from their own. */
    static SavedFields of(Set<String> fields, UnaryOperator<String> name) {
        var names = new LinkedHashMap<String, String>();
        fields.forEach(field -> names.put(field, name.apply(field)));
        return new SavedFields(names);
    }

    /** What came back of them, with the versions that were seen. */
    SeenFields seen(HttpServletRequest request) {
        return SeenFields.of(request, names.keySet());
    }

    SeenVersions versions(SeenFields seen) {
        return seen.versions(names);
    }

    /** Puts the tokens of a page on its model, for the texts that are stored now. */
    void show(Filing draft, Map<String, String> texts, Model model) {
        var tokens = new LinkedHashMap<String, String>();
        names.forEach((field, name) -> tokens.put(field,
                SeenFields.token(FieldEdit.version(draft.edits(), name), texts.getOrDefault(field, ""))));
        model.addAttribute("fieldTokens", tokens);
    }

    /**
     * Says of each field that somebody else has changed since it was seen what stands there, by whom and since when; the page
     * offers to take that.
     *
     * @param overtaken the names under which the edits of these fields are kept
     */
    void tell(Set<String> overtaken, Filing draft, Map<String, String> texts, BindingResult binding, Model model) {
        var there = new LinkedHashMap<String, String>();
        names.forEach((field, name) -> {
            if (overtaken.contains(name)) {
                var edit = draft.edits().get(name);
                var text = texts.getOrDefault(field, "");
                there.put(field, text);
                binding.rejectValue(field, text.isEmpty() ? "edit.emptied" : "edit.overtaken",
                        new Object[]{edit.by(), TIME.format(edit.at().atZone(Dates.ZONE)), words(text)}, null);
            }
        });
        model.addAttribute("storedTexts", there);
    }

    /** A choice in the words that its page has for it. */
    private static Object words(String text) {
        var key = switch (text) {
            case "true" -> "form.yes";
            case "false" -> "form.no";
            case "owed" -> "verdict.OWED";
            default -> CONFIRMED.matcher(text).matches() ? "verdict.PROMISED" : null;
        };
        return key == null ? text : new DefaultMessageSourceResolvable(key);
    }
}
