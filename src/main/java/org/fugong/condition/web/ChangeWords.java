package org.fugong.condition.web;

import java.time.LocalDate;
import java.util.Locale;
import org.fugong.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What changed, in a line; in templates {@code @changeWords}. */
@Component
class ChangeWords {

    private final MessageSource messages;
    private final Dates dates;

    ChangeWords(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** A moment that was asked about: a day that is over, now, or the very minute. */
    public String moment(Moment moment, Locale locale) {
        return moment.exact() ? dates.moment(moment.instant())
                : moment.over() ? say("asOf.end-of-day", locale, dates.day(moment.day())) : say("asOf.now", locale);
    }

    /** The day on which a change takes effect, as it is written in an address. */
    public String day(CountyChange change) {
        return LocalDate.ofInstant(change.effectiveAt(), Dates.ZONE).toString();
    }

    public String headline(CountyChange change, Locale locale) {
        var level = say("risk-level." + change.level(), locale);
        return switch (change.kind()) {
            case LEVEL -> change.before() == null ? say("changes.level.first", locale, level)
                    : change.before() == change.level() ? say("changes.level.same", locale, level)
                    : say("changes.level", locale, say("risk-level." + change.before(), locale), level);
            case LIST -> say("changes.list", locale, level, change.number());
            case ADAPTATION -> say("changes.adaptation", locale, level, change.number());
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
