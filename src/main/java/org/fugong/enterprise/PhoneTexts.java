package org.fugong.enterprise;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Phone numbers as the reader's language writes them; in templates {@code @phoneTexts}. */
@Component
public class PhoneTexts {

    private final MessageSource messages;

    PhoneTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** e.g. 0951-1234567 转 8001 / 0951-1234567 ext. 8001; what is no number, or null, as it is. */
    public String shown(String stored) {
        return Phone.of(stored).map(phone -> phone.extension().map(inner -> messages.getMessage("phone.extension",
                new Object[]{phone.number(), inner}, LocaleContextHolder.getLocale())).orElse(phone.number())).orElse(stored);
    }
}
