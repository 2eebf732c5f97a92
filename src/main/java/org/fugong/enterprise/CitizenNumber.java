package org.fugong.enterprise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The number of a citizen's identity card: 18 places, a date of birth at places 7 to 14, the last a check (GB 11643-1999). */
final class CitizenNumber {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}(?:19|20)\\d{9}[\\dX]");

    /** 2^(18-i) mod 11 for place i. */
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CitizenNumber() {
    }

    /** Whether a text has the form, a date that there is, and the check of such a number. */
    static boolean isLike(String text) {
        return FORM.matcher(text).matches() && isDate(text.substring(6, 14)) && text.charAt(17) == check(text);
    }

    private static boolean isDate(String digits) {
        try {
            LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
