package org.fugong.frame;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the fields of a form are called, for a page that shows what was typed into a form which it did not make. */
@Component
class FieldLabels {

    /** Conditions are known by their codes, on every page and on paper. */
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{2}");

    private final Texts texts;

    FieldLabels(MessageSource texts) {
        this.texts = (Texts) texts;
    }

    /**
     * The label of a field of the form that was sent to an address: of the texts whose name ends in the field's, that of the
     * form which the address names. Empty where no text is a label of it.
     */
    Optional<String> label(String path, String field, Locale locale) {
        var name = field.replaceFirst(".*\\.", "").replaceFirst("-owed$", "");
        if (CODE.matcher(name).matches()) {
            return Optional.of(name);
        }
        var parts = Arrays.asList(path.split("/"));
        return texts.codesOfField(name).stream()
                .min(Comparator.<String>comparingInt(code -> -named(parts, code.substring(0, code.length() - name.length() - 1)))
                        .thenComparingInt(String::length))
                .map(code -> texts.getMessage(code, null, locale));
    }

    /** How far back in an address the name of a form stands, in the singular or the plural; 0 where it does not. */
    private static int named(List<String> parts, String form) {
        return 1 + Math.max(parts.lastIndexOf(form), parts.lastIndexOf(form + "s"));
    }
}
