package org.fugong.edit;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The fields of a form as they came back: beside each its token, which holds the version that the page had shown and a
 * digest of its text, so that what was not touched is known without the text being sent twice.
 */
public final class SeenFields {

    /** What the name of a field's token begins with. */
    public static final String PREFIX = "seen.";

    private static final Pattern TOKEN = Pattern.compile("(\\d{1,9})\\.([0-9a-f]{1,8})");

    private static final Pattern PAGE = Pattern.compile("[0-9a-f-]{8,36}");

    /** Names that every form may send besides its own fields. */
    private static final Set<String> SHARED = Set.of("_csrf", "back", "account", "page", "lang", "size", "show", "whole");

    private final Map<String, Integer> versions = new HashMap<>();
    private final Map<String, String> digests = new HashMap<>();

    private final String page;

    private SeenFields(String page) {
        this.page = page != null && PAGE.matcher(page).matches() ? page : null;
    }

    /**
     * Reads the tokens of a form.
     *
     * @param fields the names of all fields that its page has; a marker of a box that is not ticked begins with "_"
     * @throws UnknownVersion where a token is none, or the form sends a field that its page does not have
     */
    public static SeenFields of(HttpServletRequest request, Set<String> fields) {
        var seen = new SeenFields(request.getParameter("page"));
        request.getParameterMap().forEach((name, values) -> {
            var field = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name.startsWith("_") ? name.substring(1) : name;
            if (!fields.contains(field) && !SHARED.contains(name)) {
                throw new UnknownVersion();
            }
            if (name.startsWith(PREFIX)) {
                seen.read(field, values[0]);
            }
        });
        return seen;
    }

    /** The token of a field on a page: its version, and the text of the stored value as the page shows it. */
    public static String token(int version, String text) {
        return version + "." + digest(text);
    }

    /** Whether a field came back as the page had shown it. */
    public boolean untouched(String field, String typed) {
        return typed != null && digest(typed).equals(digests.get(field));
    }

    /** What was typed into a field; null where it came back as the page had shown it. */
    public String changed(String field, String typed) {
        return untouched(field, typed) ? null : typed;
    }

    /** The versions that were seen, by the names that the aggregate has for these fields; 0 of those without a token. */
    public SeenVersions versions(Map<String, String> aggregateNames) {
        var all = new HashMap<String, Integer>();
        aggregateNames.forEach((field, name) -> all.put(name, versions.getOrDefault(field, 0)));
        return SeenVersions.of(all, page);
    }

    private void read(String field, String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw new UnknownVersion();
        }
        versions.put(field, Integer.valueOf(parts.group(1)));
        digests.put(field, parts.group(2));
    }

    /** Browsers send the lines of a text with another end than they were given. */
    private static String digest(String text) {
        var crc = new CRC32();
        crc.update((text == null ? "" : text.replace("\r\n", "\n")).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
