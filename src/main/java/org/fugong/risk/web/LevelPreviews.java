package org.fugong.risk.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.fugong.risk.LevelForesight;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.Touched;
import org.fugong.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a change of level would touch, as it is shown before it is confirmed: how many, and the first by name. */
@Component
class LevelPreviews {

    private static final int SHOWN = 20;

    private final LevelForesight foresight;
    private final MessageSource messages;
    private final Dates dates;

    LevelPreviews(LevelForesight foresight, MessageSource messages, Dates dates) {
        this.foresight = foresight;
        this.messages = messages;
        this.dates = dates;
    }

    /** One effect: how many it would touch, the first of them, and what they will be told, {@code null} for nothing. */
    record Preview(String effect, int count, List<Touched> first, String notice) {
    }

    List<Preview> of(String county, RiskLevel level, Instant at, Locale locale) {
        var shift = foresight.shift(county, level, at);
        return foresight.of(shift).stream().map(effect -> {
            var first = effect.count() == 0 ? List.<Touched>of() : foresight.touched(shift, effect.effect(), 0, SHOWN);
            return new Preview(effect.effect(), effect.count(), first, first.isEmpty() ? null : notice(effect.effect(), first.getFirst(), at, locale));
        }).toList();
    }

    /** The notice as the first of them gets it; by when something is to be done is counted when it takes effect. */
    private String notice(String effect, Touched first, Instant at, Locale locale) {
        return messages.getMessage("notice." + effect, new Object[] {first.what(), dates.day(at),
            messages.getMessage("level-effects.due", null, locale)}, null, locale);
    }
}
