package org.fugong.verification.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.filing.Filing;
import org.fugong.rule.Verdict;
import org.fugong.verification.Conclusion;
import org.fugong.verification.Conformity;
import org.fugong.verification.ItemResult;
import org.fugong.verification.ItemResults;
import org.fugong.verification.Outcome;
import org.fugong.verification.Verification;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** What an official typed about the items, as {@code mark.A01} and {@code note.A01}, and concluded. */
record RecordingForm(Map<String, String> marks, Map<String, String> notes, String outcome, String text, String by) {

    static final int NOTE = 300;
    static final int TEXT = 2_000;

    /** What is recorded so far; an item that did not apply when it was filed is proposed as such. */
    static RecordingForm of(Verification verification, Filing filing) {
        var marks = new LinkedHashMap<String, String>();
        var notes = new LinkedHashMap<String, String>();
        filing.findings().stream().filter(finding -> finding.verdict() == Verdict.NOT_APPLICABLE)
                .forEach(finding -> marks.put(finding.code(), Conformity.NOT_APPLICABLE.name()));
        verification.results().items().forEach((code, result) -> {
            if (result.mark() != null) {
                marks.put(code, result.mark().name());
            }
            notes.put(code, result.note());
        });
        return new RecordingForm(marks, notes, "", "", "");
    }

    static RecordingForm typed(Map<String, String> parameters) {
        return new RecordingForm(under("mark.", parameters), under("note.", parameters), known(parameters.get("outcome")),
                parameters.getOrDefault("text", ""), parameters.getOrDefault("by", ""));
    }

    /** The same with a conclusion that was begun on another form, if there is one. */
    RecordingForm concluding(RecordingForm begun) {
        return begun == null ? this : new RecordingForm(marks, notes, begun.outcome, begun.text, begun.by);
    }

    /** The same laid over what somebody else has saved meanwhile: what was typed stands, the rest is what is saved. */
    RecordingForm over(ItemResults saved) {
        var allMarks = new LinkedHashMap<String, String>();
        var allNotes = new LinkedHashMap<String, String>();
        saved.items().forEach((code, result) -> {
            allMarks.put(code, result.mark() == null ? "" : result.mark().name());
            allNotes.put(code, result.note());
        });
        allMarks.putAll(marks);
        notes.forEach((code, note) -> allNotes.merge(code, note, (old, typed) -> typed.isBlank() ? old : typed));
        return new RecordingForm(allMarks, allNotes, outcome, text, by);
    }

    /** Whether an item reads otherwise than it is saved. */
    public boolean differs(String code, ItemResults saved) {
        var mark = saved.mark(code);
        return !marks.getOrDefault(code, "").equals(mark == null ? "" : mark.name())
                || !notes.getOrDefault(code, "").strip().equals(saved.note(code));
    }

    /** The results; a mark that does not exist or a note that cannot be kept is an error of its field. */
    ItemResults results(BindingResult binding) {
        var results = new LinkedHashMap<String, ItemResult>();
        marks.forEach((code, mark) -> results.put(code, new ItemResult(mark(code, mark, binding), notes.get(code))));
        notes.forEach((code, note) -> {
            results.putIfAbsent(code, new ItemResult(null, note));
            if (!Typed.isClean(note, NOTE, true)) {
                Fields.reject(binding, "note." + code, "verification.note", NOTE);
            }
        });
        return new ItemResults(results);
    }

    /** Whether it orders work to stop. */
    boolean stops() {
        return Outcome.STOP_WORK.name().equals(outcome);
    }

    Conclusion conclusion(BindingResult binding) {
        if (!Typed.isClean(text, TEXT, true)) {
            Fields.reject(binding, "text", "conclusion.text", TEXT);
        }
        return new Conclusion(Arrays.stream(Outcome.values()).filter(each -> each.name().equals(outcome)).findFirst().orElse(null),
                text, Fields.day(by, "by", binding));
    }

    private static Conformity mark(String code, String typed, BindingResult binding) {
        if (typed.isEmpty()) {
            return null;
        }
        var mark = Arrays.stream(Conformity.values()).filter(each -> each.name().equals(typed)).findFirst();
        if (mark.isEmpty()) {
            binding.rejectValue("mark." + code, "verification.mark.unknown", new Object[]{code}, null);
        }
        return mark.orElse(null);
    }

    private static String known(String outcome) {
        return Arrays.stream(Outcome.values()).map(Enum::name).filter(name -> name.equals(outcome)).findFirst().orElse("");
    }

    private static Map<String, String> under(String prefix, Map<String, String> parameters) {
        var found = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
