package org.fugong.enterprise;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number that can be called within China, in its normal form: a mobile as 13912345678, a landline with its area code
 * and extension as 0951-1234567-8001, a service number as 4008208820, 12345 or 0951-96168.
 */
@Embeddable
public record Phone(String value) {

    private static final Pattern NORMAL = Pattern.compile("(?<mobile>1[3-9]\\d{9})|(?<short>9[56]\\d{3,6}|1[02]\\d{3})"
            + "|(?<service>[48]00\\d{7})(?:-(?<inner>\\d{1,6}))?"
            + "|(?<line>(?:010|02\\d|0[3-9]\\d{2})-(?:[1-9]\\d{6,7}|9[56]\\d{3,4}))(?:-(?<extension>\\d{1,6}))?");
    private static final Pattern MOBILE = Pattern.compile("(\\d{3})(\\d{4})(\\d{4})");
    private static final Pattern SERVICE = Pattern.compile("(\\d{3})(\\d{3})(\\d{4})");

    public Phone {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("Not a phone number in its normal form");
        }
    }

    /** Reads a number with whatever people put between its digits; empty if it cannot be one. */
    public static Optional<Phone> of(String typed) {
        return PhoneReading.normal(typed).map(Phone::new);
    }

    /** A stored number as people write it; what is none, or null, as it is. */
    public static String written(String stored) {
        return stored == null || !isNormal(stored) ? stored : new Phone(stored).toString();
    }

    static boolean isNormal(String text) {
        return NORMAL.matcher(text).matches();
    }

    /** The number as people write it, without its extension. */
    public String number() {
        var parts = NORMAL.matcher(value);
        parts.matches();
        if (parts.group("mobile") != null) {
            return MOBILE.matcher(value).replaceFirst("$1 $2 $3");
        }
        if (parts.group("service") != null) {
            return SERVICE.matcher(parts.group("service")).replaceFirst("$1-$2-$3");
        }
        return parts.group("line") != null ? parts.group("line") : value;
    }

    public Optional<String> extension() {
        var parts = NORMAL.matcher(value);
        parts.matches();
        return Optional.ofNullable(parts.group("inner")).or(() -> Optional.ofNullable(parts.group("extension")));
    }

    /** The number as people write it, such as 139 1234 5678 or 0951-1234567 转 8001. */
    @Override
    public String toString() {
        return number() + extension().map(inner -> " 转 " + inner).orElse("");
    }
}
