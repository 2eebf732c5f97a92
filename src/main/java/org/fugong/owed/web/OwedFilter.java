package org.fugong.owed.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.web.Typed;
import org.springframework.web.util.UriComponentsBuilder;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record OwedFilter(String county, String state, String due) {

    static final String SUPPLIED = "supplied";
    static final String OVERDUE = "overdue";

    OwedFilter {
        county = Typed.plain(county);
        state = Typed.plain(state);
        due = Typed.plain(due);
    }

    /** What was supplied instead of what is open. */
    public boolean supplied() {
        return state.equals(SUPPLIED);
    }

    boolean overdue() {
        return due.equals(OVERDUE) && !supplied();
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        return Stream.of(state.isEmpty() || supplied() ? "" : "state", due.isEmpty() || due.equals(OVERDUE) ? "" : "due")
                .filter(field -> !field.isEmpty()).toList();
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        if (county.matches("\\d{6}")) {
            used.put("county", county);
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
        return narrowed("/desk/owed").queryParam(direction, key).toUriString();
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return narrowed("/desk/owed/export." + kind).toUriString();
    }

    private UriComponentsBuilder narrowed(String path) {
        var link = UriComponentsBuilder.fromPath(path);
        used().forEach(link::queryParam);
        return link;
    }
}
