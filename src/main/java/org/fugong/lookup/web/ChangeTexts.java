package org.fugong.lookup.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fugong.condition.page.RedLine;
import org.fugong.region.County;
import org.fugong.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What changed, in a line; in templates {@code @changeTexts}. */
@Component
class ChangeTexts {

    private final MessageSource messages;
    private final Dates dates;

    ChangeTexts(MessageSource messages, Dates dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** A moment that was asked about: a day that is over, now, or the very minute. */
    public String moment(AsOfMoment moment, Locale locale) {
        return moment.exact()
                ? dates.moment(moment.instant())
                : moment.over() ? say("asOf.end-of-day", locale, dates.day(moment.day())) : say("asOf.now", locale);
    }

    /** The day on which a change takes effect, as it is written in an address. */
    public String day(CountyChange change) {
        return LocalDate.ofInstant(change.effectiveAt(), Dates.ZONE).toString();
    }

    public String headline(CountyChange change, Locale locale) {
        var level = say("risk-level." + change.level(), locale);
        return switch (change.kind()) {
            case LEVEL -> change.before() == null
                    ? say("changes.level.first", locale, level)
                    : change.before() == change.level()
                            ? say("changes.level.same", locale, level)
                            : say("changes.level", locale, say("risk-level." + change.before(), locale), level);
            case LIST -> say("changes.list", locale, level, change.number());
            case ADAPTATION -> say("changes.adaptation", locale, level, change.number());
        };
    }

    /** An edition by its label, with the day from which it counts. */
    String edition(String label, CountyChange by, Locale locale) {
        return say("changes.edition", locale, label, dates.day(by.effectiveAt()));
    }

    /** What there is to read about the changes of a county. */
    String title(County county, Locale locale) {
        return say("changes.title", locale, county.name(locale));
    }

    /** Who publishes them. */
    String author(Locale locale) {
        return say("layout.brand", locale);
    }

    /** All about a change as plain text: from when, why, and what it touches, a line each. */
    String told(CountyChange change, List<RedLine.Entry> conditions, Locale locale) {
        var lines = new ArrayList<String>();
        lines.add(say("changes.told.from", locale, dates.moment(change.effectiveAt())));
        if (change.basis() != null) {
            lines.add(say("changes.told.basis", locale, change.basis()));
        }
        if (change.reason() != null) {
            lines.add(say("changes.told.reason", locale, change.reason()));
        }
        conditions
                .forEach(entry -> lines.add(say("changes.condition", locale, say("lists.kind." + entry.kind(), locale), entry.headline())));
        return String.join("\n", lines);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
