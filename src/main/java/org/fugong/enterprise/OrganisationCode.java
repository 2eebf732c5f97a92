package org.fugong.enterprise;

import java.util.regex.Pattern;

/** The older organisation code that a credit code carries inside (GB 11714-1997). */
final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}[0-9X]");

    private OrganisationCode() {
    }

    /** Whether a text has the form of such a code, its hyphen taken off; the check is left to whoever reads the certificate. */
    static boolean isLike(String text) {
        return FORM.matcher(text).matches();
    }

    static boolean checks(String code) {
        return code.equals(complete(code.substring(0, WEIGHTS.length)));
    }

    /** The first eight characters together with their check. */
    static String complete(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(body.charAt(i), 36);
        }
        return body + "0X987654321".charAt(sum % 11);
    }
}
