package org.fugong.owed.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.web.FilterBar;
import org.fugong.web.SearchText;
import org.fugong.web.Typed;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record OwedFilter(String county, String q, String state, String due) {

    static final String SUPPLIED = "supplied";
    static final String OVERDUE = "overdue";

    OwedFilter {
        county = Typed.plain(county);
        q = Typed.plain(q);
        state = Typed.plain(state);
        due = Typed.plain(due);
    }

    /** What was supplied instead of what is open. */
    public boolean supplied() {
        return state.equals(SUPPLIED);
    }

    /** The pattern of the text to look for, or null. */
    String text() {
        return SearchText.typed(q);
    }

    boolean overdue() {
        return due.equals(OVERDUE) && !supplied();
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        return Stream.of(q.isEmpty() || text() != null ? "" : "q",
                state.isEmpty() || supplied() ? "" : "state", due.isEmpty() || due.equals(OVERDUE) ? "" : "due")
                .filter(field -> !field.isEmpty()).toList();
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        if (county.matches("\\d{6}")) {
            used.put("county", county);
        }
        if (text() != null) {
            used.put("q", q);
        }
        if (supplied()) {
            used.put("state", state);
        }
        if (overdue()) {
            used.put("due", due);
        }
        return used;
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        return FilterBar.narrowed("/desk/owed", used(), direction, key);
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed("/desk/owed/export." + kind, used());
    }
}
