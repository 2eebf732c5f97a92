package org.fugong.obligation.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.web.Typed;
import org.springframework.web.util.UriComponentsBuilder;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record DutyFilter(String county, String due) {

    static final String OVERDUE = "overdue";

    DutyFilter {
        county = Typed.plain(county);
        due = Typed.plain(due);
    }

    boolean overdue() {
        return due.equals(OVERDUE);
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        return due.isEmpty() || overdue() ? List.of() : List.of("due");
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        if (county.matches("\\d{6}")) {
            used.put("county", county);
        }
        if (overdue()) {
            used.put("due", due);
        }
        return used;
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        return narrowed("/desk/obligations").queryParam(direction, key).toUriString();
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return narrowed("/desk/obligations/export." + kind).toUriString();
    }

    private UriComponentsBuilder narrowed(String path) {
        var link = UriComponentsBuilder.fromPath(path);
        used().forEach(link::queryParam);
        return link;
    }
}
