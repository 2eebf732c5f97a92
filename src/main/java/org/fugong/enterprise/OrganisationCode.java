package org.fugong.enterprise;

/** The older organisation code that a credit code carries inside (GB 11714-1997). */
final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {
    }

    static boolean checks(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(code.charAt(i), 36);
        }
        return code.charAt(WEIGHTS.length) == "0X987654321".charAt(sum % 11);
    }
}
