package org.fugong.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fugong.enterprise.IllegalCreditCode.Fault;
import org.fugong.web.Typed;

/** The unified social credit code of an organisation: 18 characters, the last one a check (GB 32100-2015). */
@Embeddable
public record CreditCode(@Column(name = "credit_code") String value) {

    public static final int LENGTH = 18;

    /** Digits and capital letters without I, O, S, V and Z, which are too easily misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** 3^(i-1) mod 31, GB 32100-2015 table 2. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** Issued until 2015; it begins with the area of the registry, whose first digit is never a 9 as in a firm's credit code. */
    private static final Pattern OLD_REGISTRATION = Pattern.compile("[1-8]\\d{14}");

    public CreditCode {
        fault(value).ifPresent(fault -> {
            throw new IllegalCreditCode(fault);
        });
    }

    /** Reads a code as people type and paste it: with its label, spaces and hyphens, in lower case, in full-width letters. */
    public static CreditCode of(String typed) throws IllegalCreditCode {
        return new CreditCode(Typed.code(typed));
    }

    /** Makes up a code with all its checks, for demonstrations: area of six digits, organisation of eight. */
    public static CreditCode synthetic(String area, String organisation) {
        var body = "91" + area + OrganisationCode.complete(organisation);
        return new CreditCode(body + check(body));
    }

    /** Whether the organisation code inside (places 9 to 17) passes its own check; not all issued codes do, so it only warns. */
    public boolean innerCheckHolds() {
        return innerCheckHolds(value);
    }

    private static boolean innerCheckHolds(String value) {
        return OrganisationCode.checks(value.substring(8, 17));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Fault> fault(String value) {
        int length = value.codePointCount(0, value.length());
        if (length != LENGTH) {
            return Optional.of(anotherNumber(value).orElse(new Fault.WrongLength(length)));
        }
        for (int place = 1; place <= LENGTH; place++) {
            int character = value.codePointAt(value.offsetByCodePoints(0, place - 1));
            if (ALPHABET.indexOf(character) < 0) {
                return Optional.of(new Fault.StrangeCharacter(Character.toString(character), place));
            }
        }
        boolean checks = check(value) == value.charAt(LENGTH - 1);
        boolean known = RegistrationAuthority.registers(value.charAt(0), value.charAt(1));
        if (checks && known && innerCheckHolds(value)) {
            return Optional.empty();
        }
        if (CitizenNumber.isLike(value)) {
            return Optional.of(new Fault.LikeCitizenNumber());
        }
        if (!checks) {
            return Optional.of(new Fault.WrongCheck());
        }
        return known ? Optional.empty() : Optional.of(new Fault.UnknownKind(value.substring(0, 2)));
    }

    /** What firms had before 2015 and still have at hand. */
    private static Optional<Fault> anotherNumber(String value) {
        if (OLD_REGISTRATION.matcher(value).matches()) {
            return Optional.of(new Fault.RegistrationNumber());
        }
        return OrganisationCode.isLike(value) ? Optional.of(new Fault.OnlyOrganisationCode()) : Optional.empty();
    }

    private static char check(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(value.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
