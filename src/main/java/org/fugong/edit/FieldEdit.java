package org.fugong.edit;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last change of a field: its version, counted from one, the account that made it, when, and the page in a browser that
 * sent it, null where none did.
 */
public record FieldEdit(int version, String by, Instant at, String page) {

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
