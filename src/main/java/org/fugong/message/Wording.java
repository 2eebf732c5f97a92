package org.fugong.message;

import java.util.Locale;
import org.fugong.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a delivery says, in the language of its reader. */
@Component
class Wording {

    /** What a line of a list of mails shows. */
    private static final int SUBJECT = 120;

    private final Notices notices;
    private final MessageSource messages;
    private final PublicAddress address;

    Wording(Notices notices, MessageSource messages, PublicAddress address) {
        this.notices = notices;
        this.messages = messages;
        this.address = address;
    }

    String subject(Delivery delivery) {
        var text = notices.text(delivery.key(), delivery.arguments(), delivery.locale());
        return text("delivery.subject", delivery.locale(), text.codePointCount(0, text.length()) <= SUBJECT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUBJECT - 1)) + "…");
    }

    String mail(Delivery delivery) {
        var text = notices.text(delivery.key(), delivery.arguments(), delivery.locale());
        var where = delivery.link() == null
                ? ""
                : address.of(delivery.link()).map(link -> text("delivery.link", delivery.locale(), link))
                        .orElseGet(() -> text("delivery.sign-in", delivery.locale()));
        return text("delivery.mail", delivery.locale(), delivery.name(), text, where);
    }

    String sms(Delivery delivery) {
        return text("delivery.sms", delivery.locale(), notices.text(delivery.key(), delivery.arguments(), delivery.locale()));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
