package org.fugong.request.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.web.FilterBar;
import org.fugong.web.SearchText;
import org.fugong.web.Typed;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record RequestFilter(String q, String state) {

    static final String ADDRESS = "/admin/requests";
    static final String OPEN = "open";
    static final String ANSWERED = "answered";

    RequestFilter {
        q = Typed.plain(q);
        state = Typed.plain(state);
    }

    /** What was answered instead of what waits. */
    boolean answered() {
        return state.equals(ANSWERED);
    }

    /** The pattern of the text to look for, or null. */
    String text() {
        return SearchText.typed(q);
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        return Stream.of(q.isEmpty() || text() != null ? "" : "q", List.of("", OPEN, ANSWERED).contains(state) ? "" : "state")
                .filter(field -> !field.isEmpty()).toList();
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        if (text() != null) {
            used.put("q", q);
        }
        if (answered()) {
            used.put("state", state);
        }
        return used;
    }

    /** The address of this queue from its beginning. */
    public String link() {
        return FilterBar.narrowed(ADDRESS, used());
    }

    /** The address of this queue from a key on. */
    public String link(String key) {
        return FilterBar.narrowed(ADDRESS, used(), "after", key);
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed(ADDRESS + "/export." + kind, used());
    }
}
