package org.fugong.edit;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.fugong.web.Dates;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * The fields of one page: the text of each as it is stored and shown, and the name under which its edits are kept.
 * Gives the page a token for each of them, and reads a form with the tokens that its page had shown.
 */
public final class SavedFields {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** The digest of the words of a condition that was promised. */
    private static final Pattern CONFIRMED = Pattern.compile("[0-9a-f]{16}");

    private final Map<String, String> names;

    private SavedFields(Map<String, String> names) {
        this.names = names;
    }

    /** Fields whose edits are kept under a name that follows from their own. */
    public static SavedFields of(Set<String> fields, UnaryOperator<String> name) {
        var names = new LinkedHashMap<String, String>();
        fields.forEach(field -> names.put(field, name.apply(field)));
        return new SavedFields(names);
    }

    /** The fields of a form of texts, whose edits are kept under their own names. */
    public static SavedFields of(Class<? extends Record> form) {
        return of(Stream.of(form.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toCollection(LinkedHashSet::new)), UnaryOperator.identity());
    }

    /** What came back of them, with the versions that were seen. */
    public SeenFields seen(HttpServletRequest request) {
        return SeenFields.of(request, names.keySet());
    }

    public SeenVersions versions(SeenFields seen) {
        return seen.versions(names);
    }

    /**
     * A form of texts as it is to be stored: what was touched, over what is stored. Where somebody else has changed a touched field
     * since, that is told on the field.
     *
     * @param words what a stored text is called on the page, from the name of the field and the text
     */
    public <F extends Record> F merged(F typed, F stored, HttpServletRequest request, Map<String, FieldEdit> edits,
            BinaryOperator<String> words, BindingResult binding, Model model) {
        var seen = seen(request);
        var merged = FormTexts.over(FormTexts.map(typed, seen::changed), stored);
        tell(versions(seen).overtaken(named(FormTexts.of(stored)), named(FormTexts.of(merged)), edits), edits, FormTexts.of(stored), words,
                binding, model);
        return merged;
    }

    /**
     * The same for a record that has one version for all of its fields: a field has been changed by somebody else where its text is
     * no longer the one that its page had shown.
     *
     * @param last the last change of the record, with its version
     * @param words what a stored text is called on the page, from the name of the field and the text
     */
    public <F extends Record> F merged(F typed, F stored, HttpServletRequest request, FieldEdit last, BinaryOperator<String> words,
            BindingResult binding, Model model) {
        var seen = seen(request);
        var there = FormTexts.of(stored);
        var merged = FormTexts.over(FormTexts.map(typed, seen::changed), stored);
        var edits = each(last);
        versions(seen).requireKnown(edits);
        var overtaken = SeenVersions.changed(there, FormTexts.of(merged)).stream()
                .filter(field -> !seen.untouched(field, there.get(field) == null ? "" : there.get(field))).collect(Collectors.toSet());
        tell(overtaken, edits, there, words, binding, model);
        return merged;
    }

    /** Puts the tokens of a page on its model for a record that has one version for all of its fields. */
    public void show(FieldEdit last, Record stored, Model model) {
        show(each(last), FormTexts.of(stored), model);
    }

    private Map<String, FieldEdit> each(FieldEdit last) {
        return names.values().stream().collect(Collectors.toMap(name -> name, name -> last));
    }

    private Map<String, String> named(Map<String, String> texts) {
        var named = new LinkedHashMap<String, String>();
        names.forEach((field, name) -> named.put(name, texts.get(field) == null ? "" : texts.get(field)));
        return named;
    }

    /** Puts the tokens of a page on its model, for the texts that are stored now, and from where a text was carried over. */
    public void show(Map<String, FieldEdit> edits, Map<String, String> texts, Model model) {
        var tokens = new LinkedHashMap<String, String>();
        var carried = new LinkedHashMap<String, String>();
        names.forEach((field, name) -> {
            tokens.put(field, SeenFields.token(FieldEdit.version(edits, name), texts.getOrDefault(field, "")));
            var edit = edits.get(name);
            if (edit != null && edit.from() != null && !texts.getOrDefault(field, "").isEmpty()) {
                carried.put(field, edit.from());
            }
        });
        model.addAttribute("fieldTokens", tokens).addAttribute("carriedFrom", carried);
    }

    /**
     * Says of each field that somebody else has changed since it was seen what stands there, by whom and since when; the page
     * offers to take that.
     *
     * @param overtaken the names under which the edits of these fields are kept
     */
    public void tell(Set<String> overtaken, Map<String, FieldEdit> edits, Map<String, String> texts, BindingResult binding, Model model) {
        tell(overtaken, edits, texts, (field, text) -> text, binding, model);
    }

    private void tell(Set<String> overtaken, Map<String, FieldEdit> edits, Map<String, String> texts, BinaryOperator<String> words,
            BindingResult binding, Model model) {
        var there = new LinkedHashMap<String, String>();
        names.forEach((field, name) -> {
            if (overtaken.contains(name)) {
                var edit = edits.get(name);
                var text = texts.getOrDefault(field, "");
                there.put(field, text);
                var by = edit.at() == null ? null : new Object[]{edit.by(), TIME.format(edit.at().atZone(Dates.ZONE))};
                binding.rejectValue(field, by == null ? "edit.overtaken.unknown" : text.isEmpty() ? "edit.emptied" : "edit.overtaken",
                        by == null
                                ? new Object[]{words(words.apply(field, text))}
                                : new Object[]{by[0], by[1], words(words.apply(field, text))},
                        null);
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
