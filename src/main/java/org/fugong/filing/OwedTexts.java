package org.fugong.filing;

import java.time.Clock;
import java.time.LocalDate;
import org.fugong.condition.ConditionItem;
import org.fugong.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's words until when an item is owed. */
@Component
public class OwedTexts {

    private final MessageSource messages;
    private final Dates dates;
    private final FilingSettings settings;
    private final Clock clock;

    OwedTexts(MessageSource messages, Dates dates, FilingSettings settings, Clock clock) {
        this.messages = messages;
        this.dates = dates;
        this.settings = settings;
        this.clock = clock;
    }

    /** Until when an item is owed. */
    public String due(OwedItem owed) {
        if (owed.dueOn() != null) {
            return say("owed.by", dates.day(owed.dueOn()));
        }
        return owed.daysAfterPermission() == null
                ? say("owed.after-epidemic", owed.daysAfterEpidemic())
                : say("owed.after-permission", owed.daysAfterPermission());
    }

    /** Until when an item would be owed if it were filed today. */
    public String due(ConditionItem item, FilingKind kind) {
        return due(OwedItem.from(item, kind, LocalDate.ofInstant(clock.instant(), Dates.ZONE), settings.epidemicEnd()));
    }

    private String say(String key, Object argument) {
        return messages.getMessage(key, new Object[]{argument}, LocaleContextHolder.getLocale());
    }
}
