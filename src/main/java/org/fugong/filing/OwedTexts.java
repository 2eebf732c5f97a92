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
    private final EpidemicEnd end;
    private final Clock clock;

    OwedTexts(MessageSource messages, Dates dates, EpidemicEnd end, Clock clock) {
        this.messages = messages;
        this.dates = dates;
        this.end = end;
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

    /** Until when an item of a draft would be owed if it were filed today. */
    public String due(ConditionItem item, Filing draft) {
        var today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        var owed = OwedItem.from(item, draft.kind(), today);
        return due(owed.daysAfterEpidemic() == null ? owed : dated(owed, draft, today));
    }

    private OwedItem dated(OwedItem owed, Filing draft, LocalDate today) {
        var dated = owed.onceEnded(end.of(draft.province()));
        return draft.kind() == FilingKind.APPLICATION ? dated : dated.countedFrom(today);
    }

    private String say(String key, Object argument) {
        return messages.getMessage(key, new Object[]{argument}, LocaleContextHolder.getLocale());
    }
}
