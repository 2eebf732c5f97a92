package org.fugong.edit;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The version of each field that an editor had seen before changing it. */
public final class SeenVersions {

    /** For acts that no other editor can come in between of: every field counts as seen as it is. */
    public static final SeenVersions LATEST = new SeenVersions(Map.of(), null);

    private final Map<String, Integer> versions;
    private final String page;

    private SeenVersions(Map<String, Integer> versions, String page) {
        this.versions = versions;
        this.page = page;
    }

    /** What a page had shown; the page has a name of its own, or null, so that it does not come in the way of its own earlier saves. */
    public static SeenVersions of(Map<String, Integer> versions, String page) {
        return new SeenVersions(Map.copyOf(versions), page);
    }

    /** The page that saves, or null. */
    public String page() {
        return page;
    }

    /**
     * The fields that this editor wants to change and another one has changed since: they stay as they are, and the editor is
     * told. Fields are given by their texts, before and as they are wanted.
     *
     * @throws UnknownVersion where a version was seen that there has never been
     */
    public Set<String> overtaken(Map<String, String> before, Map<String, String> wanted, Map<String, FieldEdit> edits) {
        requireKnown(edits);
        return changed(before, wanted).stream()
                .filter(field -> versions.containsKey(field) && overtaken(field, edits))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Throws {@link UnknownVersion} where a version was seen that there has never been. */
    void requireKnown(Map<String, FieldEdit> edits) {
        versions.forEach((field, version) -> {
            if (version > FieldEdit.version(edits, field)) {
                throw new UnknownVersion();
            }
        });
    }

    private boolean overtaken(String field, Map<String, FieldEdit> edits) {
        return versions.get(field) < FieldEdit.version(edits, field) && (page == null || !page.equals(edits.get(field).page()));
    }

    static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        var fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        fields.removeIf(field -> Objects.equals(text(before, field), text(after, field)));
        return fields;
    }

    private static String text(Map<String, String> texts, String field) {
        return texts.getOrDefault(field, "");
    }
}
