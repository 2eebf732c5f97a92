package org.fugong.submission.field;

import java.math.BigDecimal;

/** Stored values as a form field holds them. */
public final class FieldValues {

    private FieldValues() {
    }

    public static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
