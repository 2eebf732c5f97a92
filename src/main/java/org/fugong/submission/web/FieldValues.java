package org.fugong.submission.web;

import java.math.BigDecimal;

/** Stored values as a form field holds them. */
final class FieldValues {

    private FieldValues() {
    }

    static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
