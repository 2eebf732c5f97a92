package org.fugong.rule;

import java.util.OptionalInt;

/** How deep the brackets and signs of a rule go; looked at before it is parsed, for the parser lets any number of signs collapse. */
final class NestingDepth {

    static final int DEEPEST = 30;

    private NestingDepth() {
    }

    /** Where a rule goes deeper than rules may, from 0; what stands in a text does not count. */
    static OptionalInt tooDeep(String rule) {
        int brackets = 0;
        int signs = 0;
        char quote = 0;
        for (int i = 0; i < rule.length(); i++) {
            char c = rule.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
                continue;
            }
            signs = c == '!' || c == '-' ? signs + 1 : Character.isWhitespace(c) ? signs : 0;
            switch (c) {
                case '\'', '"' -> quote = c;
                case '(', '[', '{' -> brackets++;
                case ')', ']', '}' -> brackets--;
                default -> {
                }
            }
            if (brackets + signs > DEEPEST) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
