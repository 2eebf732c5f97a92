package org.fugong.web;

import java.text.Normalizer;

/**
 * Folds a text that is looked for as the database's {@code search_text} folds what is stored, so that a name finds its row
 * however its widths, case, spaces, brackets, middle dots and hyphens are typed.
 */
public final class SearchText {

    /** What does not count. */
    private static final String IGNORED = " \t\n\r()[]{}<>'\".,·•・‧∙⋅‐‑‒–—―−-_【】〔〕「」《》“”‘’\u200B\u200C\u200D\uFEFF";

    private static final int LONGEST = 60;

    private SearchText() {
    }

    /** A text without what does not count, in half-width and lower case. */
    public static String fold(String text) {
        var folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().map(Character::toLowerCase)
                .filter(point -> IGNORED.indexOf(point) < 0).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** The pattern for what was typed into the field of a filter; null where that is nothing, too long, or no text. */
    public static String typed(String typed) {
        return typed.isEmpty() || !Typed.isClean(typed, LONGEST, false) ? null : pattern(typed);
    }

    /** The condition that what is stored, an expression of SQL, holds the parameter {@code text}, or that this is null. */
    public static String condition(String stored) {
        return "(cast(:text as text) is null or search_text(" + stored + ") like :text)";
    }

    /** A pattern of LIKE for whatever holds a text, folded. */
    public static String pattern(String text) {
        return "%" + fold(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
