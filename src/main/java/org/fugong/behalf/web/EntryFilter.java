package org.fugong.behalf.web;

import java.util.List;
import java.util.Map;
import org.fugong.web.FilterBar;
import org.fugong.web.SearchText;
import org.fugong.web.Typed;

/** What the list of entries is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record EntryFilter(String q) {

    static final String ADDRESS = "/desk/behalf";

    EntryFilter {
        q = Typed.plain(q);
    }

    /** The pattern of the text to look for, or null. */
    String text() {
        return SearchText.typed(q);
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        return q.isEmpty() || text() != null ? List.of() : List.of("q");
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        return text() == null ? Map.of() : Map.of("q", q);
    }

    /** The address of this list from its beginning. */
    public String link() {
        return FilterBar.narrowed(ADDRESS, used());
    }

    /** The address of this list from a key on. */
    public String link(String key) {
        return FilterBar.narrowed(ADDRESS, used(), "before", key);
    }

    /** The address of this list as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed(ADDRESS + "/export." + kind, used());
    }
}
