package org.fugong.obligation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.web.FilterBar;
import org.fugong.web.SearchText;
import org.fugong.web.Typed;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record DutyFilter(String county, String q, String due) {

    static final String OVERDUE = "overdue";

    DutyFilter {
        county = Typed.plain(county);
        q = Typed.plain(q);
        due = Typed.plain(due);
    }

    /** The pattern of the text to look for, or null. */
    String text() {
        return SearchText.typed(q);
    }

    boolean overdue() {
        return due.equals(OVERDUE);
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        return Stream.of(q.isEmpty() || text() != null ? "" : "q", due.isEmpty() || overdue() ? "" : "due")
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
        if (overdue()) {
            used.put("due", due);
        }
        return used;
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        return FilterBar.narrowed("/desk/obligations", used(), direction, key);
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed("/desk/obligations/export." + kind, used());
    }
}
