package org.fugong.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, by the code of the item. */
public record ItemResults(Map<String, ItemResult> items) {

    public static final ItemResults NONE = new ItemResults(Map.of());

    public ItemResults {
        var kept = new LinkedHashMap<String, ItemResult>();
        items.forEach((code, result) -> {
            if (!result.empty()) {
                kept.put(code, result);
            }
        });
        items = Collections.unmodifiableMap(kept);
    }

    public Conformity mark(String code) {
        var result = items.get(code);
        return result == null ? null : result.mark();
    }

    public String note(String code) {
        var result = items.get(code);
        return result == null ? "" : result.note();
    }

    /** The same with a mark for every item of a list that has none; what did not apply when it was filed is marked as such. */
    ItemResults filled(Checklist list, Conformity mark) {
        var preset = list.preset(this);
        return preset.marked(list.unmarked(preset), mark);
    }

    /** The same with a mark for those of the codes that have none. */
    ItemResults marked(List<String> codes, Conformity mark) {
        var marked = new LinkedHashMap<>(items);
        codes.stream().filter(code -> mark(code) == null).forEach(code -> marked.put(code, new ItemResult(mark, note(code))));
        return new ItemResults(marked);
    }

    /** The items that fail, in the order they were recorded. */
    public List<String> failed() {
        return with(Conformity.FAILS);
    }

    public List<String> with(Conformity mark) {
        return new ArrayList<>(items.keySet()).stream().filter(code -> mark(code) == mark).toList();
    }
}
