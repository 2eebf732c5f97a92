package org.fugong.draw;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which filings of a county a draw is from; what is null narrows nothing.
 *
 * @param industry a section or a division of GB/T 4754
 * @param olderThan filed more than so many days ago
 */
public record PoolScope(String township, String park, String industry, String size, String keyClass, String kind, Integer olderThan) {

    /** Everything. */
    public static final PoolScope ALL = new PoolScope(null, null, null, null, null, null, null);

    /** What narrows it, by name. */
    public Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        put(used, "township", township);
        put(used, "park", park);
        put(used, "industry", industry);
        put(used, "size", size);
        put(used, "keyClass", keyClass);
        put(used, "kind", kind);
        put(used, "olderThan", olderThan == null ? null : olderThan.toString());
        return used;
    }

    private static void put(Map<String, String> used, String name, String value) {
        if (value != null) {
            used.put(name, value);
        }
    }
}
