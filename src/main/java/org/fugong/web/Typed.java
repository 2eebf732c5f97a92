package org.fugong.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what people type: numbers with full-width digits or separators, text without what a database cannot hold. */
public final class Typed {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    /** Separators stand between groups of three, or it is a list of numbers and no number. */
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    /** What people copy along in front of a code: its name and a colon, or its name in Chinese alone. */
    private static final Pattern LABEL = Pattern.compile("^(?:[^:\\d]{1,40}:|\\p{IsHan}{2,})");
    private static final Pattern JOINTS = Pattern.compile("[\\p{Pd}\\u2212_ ]");
    private static final Pattern END = Pattern.compile("[,.;\\u3001\\u3002]+$");

    private Typed() {
    }

    /** Whether a text keeps to a limit (in code points) and has no control characters, unpaired surrogates or noncharacters. */
    public static boolean isClean(String text, int max, boolean multiline) {
        return text.codePointCount(0, text.length()) <= max
                && text.codePoints().noneMatch(point -> isUnfit(point, multiline));
    }

    /** A decimal number, or empty where it is none; full-width digits and thousands separators are understood. */
    public static Optional<Double> number(String typed) {
        var plain = plain(typed);
        if (GROUPED.matcher(plain).matches()) {
            plain = plain.replace(",", "");
        }
        return NUMBER.matcher(plain).matches() ? Optional.of(Double.valueOf(plain)) : Optional.empty();
    }

    /** A whole number of at most nine digits, or empty where it is none. */
    public static Optional<Integer> whole(String typed) {
        return number(typed).filter(value -> value == Math.rint(value) && Math.abs(value) < 1e9).map(Double::intValue);
    }

    /** The text with full-width ASCII as half-width and without surrounding white space, also of the kinds that are pasted along. */
    public static String plain(String typed) {
        if (typed == null) {
            return "";
        }
        var half = new StringBuilder(typed.length());
        typed.chars().forEach(c -> half.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : isBlank(c) ? ' ' : (char) c));
        return half.toString().strip();
    }

    /** A code of letters and digits, in capitals: without its label, spaces and hyphens, and what ended the sentence it was in. */
    public static String code(String typed) {
        var bare = JOINTS.matcher(LABEL.matcher(plain(typed)).replaceFirst("")).replaceAll("");
        var code = new StringBuilder(bare.length());
        END.matcher(bare).replaceFirst("").chars().forEach(c -> code.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)));
        return code.toString();
    }

    /** Whether there is nothing to see: white space of any kind, zero-width characters, nothing at all. */
    public static boolean isBlank(String text) {
        return text == null || text.codePoints().allMatch(Typed::isBlank);
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isUnfit(int point, boolean multiline) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> !(multiline && (point == '\n' || point == '\r' || point == '\t'));
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.FORMAT -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
            default -> (point & 0xFFFE) == 0xFFFE;
        };
    }
}
