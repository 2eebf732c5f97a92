package org.fugong.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found, by the code of the item. */
public record Results(Map<String, Result> items) {

    public static final Results NONE = new Results(Map.of());

    public Results {
        var kept = new LinkedHashMap<String, Result>();
        items.forEach((code, result) -> {
            if (!result.empty()) {
                kept.put(code, result);
            }
        });
        items = Collections.unmodifiableMap(kept);
    }

    public Mark mark(String code) {
        var result = items.get(code);
        return result == null ? null : result.mark();
    }

    public String note(String code) {
        var result = items.get(code);
        return result == null ? "" : result.note();
    }

    /** The same with a mark for every item of a list that has none. */
    Results filled(Checklist list, Mark mark) {
        var filled = new LinkedHashMap<>(items);
        list.unmarked(this).forEach(code -> filled.put(code, new Result(mark, note(code))));
        return new Results(filled);
    }

    /** The items that fail, in the order they were recorded. */
    public List<String> failed() {
        return with(Mark.FAILS);
    }

    public List<String> with(Mark mark) {
        return new ArrayList<>(items.keySet()).stream().filter(code -> mark(code) == mark).toList();
    }
}
