package org.fugong.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/** Writes numbers with their units, without needless decimals and without the noise of floating points. */
public record QuantityFormat(Map<String, Unit> units, Locale locale) {

    private static final MathContext DIGITS = new MathContext(12);
    private static final double LONGEST = 1e15;
    private static final double WHOLE = 1e11;

    static double rounded(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException("no finite result");
        }
        if (whole(value)) {
            return value;
        }
        return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
    }

    /** Never fails, so that a figure that nobody expected does not take a page down with it. */
    public static String number(double value) {
        if (whole(value)) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        var plain = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        if (Math.abs(value) >= LONGEST) {
            return plain.toString();
        }
        return (plain.signum() == 0 ? BigDecimal.ZERO : plain).toPlainString();
    }

    /** Most figures are, and need no decimals to be computed. */
    private static boolean whole(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE;
    }

    public String of(double value, String unit) {
        var word = word(value, unit);
        return word.isEmpty() ? number(value) : number(value) + (word.equals("%") ? "" : " ") + word;
    }

    /** In an English sentence that has named the unit, only symbols are repeated. */
    String again(double value, String unit) {
        boolean symbol = unit != null && !Character.isLetter(unit.charAt(0));
        return Bilingual.english(locale) && !symbol ? number(value) : of(value, unit);
    }

    private String word(double value, String unit) {
        if (unit == null) {
            return "";
        }
        var known = units.get(unit);
        if (known == null) {
            return unit;
        }
        if (!Bilingual.english(locale)) {
            return known.zh();
        }
        return value == 1 && known.enOne() != null ? known.enOne() : known.en();
    }
}
