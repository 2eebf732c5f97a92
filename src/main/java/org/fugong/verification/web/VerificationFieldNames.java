package org.fugong.verification.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fugong.account.Actor;
import org.fugong.account.FieldNames;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of the forms of a verification whose address is not named as their texts are. */
@Component
class VerificationFieldNames implements FieldNames {

    /** The forms by their addresses, each with the name that its texts have. */
    private static final Map<Pattern, String> FORMS = Map.of(
            Pattern.compile("/my/filings/[^/]+/verification"), "answer",
            Pattern.compile("/desk/verifications/\\d+/(results|conclusion)"), "conclusion");

    private final MessageSource texts;

    VerificationFieldNames(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public Optional<String> label(Actor actor, String path, String field, Locale locale) {
        return FORMS.entrySet().stream().filter(form -> form.getKey().matcher(path).matches())
                .flatMap(form -> Optional.ofNullable(texts.getMessage(form.getValue() + "." + field, null, null, locale)).stream())
                .findFirst();
    }
}
