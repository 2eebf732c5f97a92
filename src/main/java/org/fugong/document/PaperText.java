package org.fugong.document;

import java.util.BitSet;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/** The characters of a paper: which there are, and nothing that would print as something else. */
final class PaperText {

    /** What the renderer adds by itself, such as the numbers of a list. */
    private static final String ADDED = " •.-";

    private PaperText() {
    }

    /**
     * Writes a character that no font has by its number, 〔U+3106C〕, and leaves out what has no shape; tells which characters are
     * left.
     */
    static BitSet settle(Document page) {
        var used = new BitSet();
        used.set(' ', '~' + 1);
        ADDED.codePoints().forEach(used::set);
        page.nodeStream(TextNode.class).toList().forEach(node -> {
            var text = printable(node.getWholeText());
            node.text(text);
            text.codePoints().forEach(used::set);
        });
        return used;
    }

    private static String printable(String text) {
        var printed = new StringBuilder();
        text.codePoints().filter(character -> !shapeless(character)).forEach(character -> {
            if (Character.isWhitespace(character) || PaperFont.printable(character)) {
                printed.appendCodePoint(character);
            } else {
                printed.append("〔U+").append(Integer.toHexString(character).toUpperCase(Locale.ROOT)).append('〕');
            }
        });
        return printed.toString();
    }

    private static boolean shapeless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !Character.isWhitespace(character);
            case Character.FORMAT -> true;
            default -> false;
        };
    }
}
