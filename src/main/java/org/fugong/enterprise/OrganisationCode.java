package org.fugong.enterprise;

/** The older organisation code that a credit code carries inside (GB 11714-1997). */
final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {
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
