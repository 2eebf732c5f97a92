package org.fugong.filing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.VerhoeffCheckDigit;
import org.fugong.web.Typed;

/**
 * The number of a filing: county, day in China, a serial of at least five digits, and a check digit after Verhoeff over
 * all digits before it, which finds every single wrong digit and every swap of neighbours.
 */
public record FilingNumber(String value) {

    private static final Pattern FORM = Pattern.compile("(\\d{6})-?(\\d{6})-?(\\d{5,12})-?(\\d)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    public static FilingNumber of(String county, LocalDate day, long serial) {
        var body = county + "-" + DAY.format(day) + "-" + "%05d".formatted(serial);
        return new FilingNumber(body + "-" + check(body.replace("-", "")));
    }

    /** A number as somebody types it, with or without hyphens; empty where it cannot be one. */
    public static Optional<FilingNumber> parse(String typed) {
        var match = FORM.matcher(Typed.plain(typed).replaceAll("[\\s\\u2010-\\u2015\\u2212]", "-").replaceAll("-+", "-"));
        if (!match.matches() || !VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.isValid(match.group().replace("-", ""))) {
            return Optional.empty();
        }
        return Optional.of(new FilingNumber(String.join("-", match.group(1), match.group(2), match.group(3), match.group(4))));
    }

    private static String check(String digits) {
        try {
            return VerhoeffCheckDigit.VERHOEFF_CHECK_DIGIT.calculate(digits);
        } catch (CheckDigitException e) {
            throw new IllegalArgumentException(digits, e);
        }
    }
}
