package org.fugong.enterprise;

/** What people type with a Chinese input method still switched on. */
final class Typed {

    private Typed() {
    }

    /** Full-width letters, digits, signs and spaces as their half-width twins, without space around. */
    static String halfWidth(String typed) {
        var text = new StringBuilder();
        typed.chars().map(Typed::halfWidth).forEach(c -> text.append((char) c));
        return text.toString().strip();
    }

    private static int halfWidth(int c) {
        if (c == '\u3000' || c == '\u00a0' || c == '\u200b' || c == '\ufeff') {
            return ' ';
        }
        return c >= '\uff01' && c <= '\uff5e' ? c - 0xfee0 : c;
    }
}
