package org.fugong.edit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last change of a field: its version, counted from one, the account that made it, when, and the page in a browser that
 * sent it, null where none did. A text that was carried over from elsewhere, {@code from}, nobody has changed: its version is 0.
 */
public record FieldEdit(int version, String by, Instant at, String page, String from) {

    public FieldEdit(int version, String by, Instant at, String page) {
        this(version, by, at, page, null);
    }

    /** The edits after some fields were filled from elsewhere; those of fields that somebody has changed stay. */
    public static Map<String, FieldEdit> carried(Map<String, FieldEdit> edits, Map<String, String> before, Map<String, String> after,
            String from, Instant at) {
        var next = new TreeMap<>(edits);
        SeenVersions.changed(before, after).stream().filter(field -> version(edits, field) == 0)
                .forEach(field -> next.put(field, new FieldEdit(0, null, at, null, from)));
        return next;
    }

    /** The edits of all fields after a change of some, given as the text of each field before and after. */
    public static Map<String, FieldEdit> after(Map<String, FieldEdit> edits, Map<String, String> before, Map<String, String> after,
            String by, Instant at, String page) {
        var next = new TreeMap<>(edits);
        SeenVersions.changed(before, after).forEach(field -> next.put(field, new FieldEdit(version(edits, field) + 1, by, at, page)));
        return next;
    }

    /** The version of a field; 0 where nobody has changed it yet. */
    public static int version(Map<String, FieldEdit> edits, String field) {
        var edit = edits.get(field);
        return edit == null ? 0 : edit.version;
    }
}
