package org.fugong.enterprise;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fugong.web.Typed;

/** A phone number that can be called within China: mobile, landline with area code and extension, or a service number. */
@Embeddable
public record Phone(String value) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}|9[56]\\d{3,6}");
    private static final Pattern LANDLINE = Pattern.compile(
            "(010|02\\d|0[3-9]\\d{2})-?([1-9]\\d{6,7})(?:-?(?:-|x|转|ext\\.?|分机)(\\d{1,6}))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTRY = Pattern.compile("(?:\\+|00)86-?");

    public Phone {
        if (!value.equals(normal(value).orElse(null))) {
            throw new IllegalArgumentException("Not a phone number in its normal form");
        }
    }

    /** Reads a number with the spaces, brackets and dashes people put into it; empty if it cannot be one. */
    public static Optional<Phone> of(String typed) {
        return normal(typed).map(Phone::new);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> normal(String typed) {
        var text = Typed.plain(typed).replaceAll("[\\u2010-\\u2015\\u2212]", "-").replaceAll("[ (]", "")
                .replace(')', '-').replaceAll("-{2,}", "-");
        var country = COUNTRY.matcher(text);
        if (country.lookingAt()) {
            var national = text.substring(country.end());
            // with the country code in front, the area code is written without its zero
            return domestic(national).or(() -> domestic("0" + national));
        }
        return domestic(text);
    }

    private static Optional<String> domestic(String text) {
        var digits = text.replace("-", "");
        if (MOBILE.matcher(digits).matches() || SERVICE.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        var landline = LANDLINE.matcher(text);
        if (!landline.matches()) {
            return Optional.empty();
        }
        var extension = landline.group(3);
        return Optional.of(landline.group(1) + "-" + landline.group(2) + (extension == null ? "" : "-" + extension));
    }
}
