package org.fugong.enterprise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fugong.web.Typed;

/** Reads phone numbers as people write them into their normal form. */
final class PhoneReading {

    private static final int CHINA = 86;
    private static final int LONGEST = 60;

    /** Whatever stands between digits: dashes of any kind, dots, underscores, spaces. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Pd}\\u2212._·\\s]+");
    private static final Pattern NUMBER = Pattern.compile("\\(?\\+?[0-9()-]+");
    private static final Pattern EXTENSION = Pattern.compile("(.+?)-?(?:转接?|分机号?|extension|ext|x|\\*|#)-?(?:分机号?)?[:-]*([0-9]{1,6})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("(.*[0-9])-?\\((?:转|分机号?|ext)?[:-]*([0-9]{1,6})\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_GROUP = Pattern.compile("(.+)-([0-9]{1,6})");
    private static final Pattern LINE = Pattern.compile("(10|2\\d|(?![48]00)[3-9]\\d{2})(\\d+)");

    private PhoneReading() {
    }

    /** The normal form; empty where the text is no number that can be called within China. */
    static Optional<String> normal(String typed) {
        var text = SEPARATORS.matcher(Typed.plain(typed)).replaceAll("-");
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (Phone.isNormal(text)) {
            return Optional.of(text);
        }
        return number(text).or(() -> Stream.of(BRACKETS, EXTENSION, LAST_GROUP).map(form -> form.matcher(text))
                .filter(parts -> parts.matches())
                .flatMap(parts -> number(parts.group(1)).map(number -> number + "-" + parts.group(2)).stream())
                .filter(Phone::isNormal).findFirst());
    }

    /** A number without an extension. */
    private static Optional<String> number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // the forms are ours: whether a series is in use changes faster than a library, and stored numbers stay valid
            var parsed = PhoneNumberUtil.getInstance().parse(text, "CN");
            return parsed.getCountryCode() == CHINA
                    ? domestic(PhoneNumberUtil.getInstance().getNationalSignificantNumber(parsed))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> domestic(String digits) {
        var line = LINE.matcher(digits);
        return Stream.concat(line.matches() ? Stream.of("0" + line.group(1) + "-" + line.group(2)) : Stream.empty(), Stream.of(digits))
                .filter(Phone::isNormal).findFirst();
    }
}
