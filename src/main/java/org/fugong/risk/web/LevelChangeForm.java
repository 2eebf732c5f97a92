package org.fugong.risk.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Dates;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;

/** A change of level as typed; without a day it takes effect at once, without an hour at midnight. */
record LevelChangeForm(@Required @Line(max = 10) String level, @Required @Line(max = 200) String notice,
                       @Line(max = 20) String date, @Line(max = 10) String time) {

    Optional<RiskLevel> chosen() {
        return Stream.of(RiskLevel.values()).filter(value -> value.name().equals(level)).findFirst();
    }

    public boolean atOnce() {
        return Typed.plain(date).isEmpty() && Typed.plain(time).isEmpty();
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(Typed.plain(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<LocalTime> hour() {
        try {
            return Optional.of(Typed.plain(time).isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(Typed.plain(time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When it takes effect; {@code now} where it is to be at once. Only for a form without errors. */
    Instant effectiveAt(Instant now) {
        return atOnce() ? now : day().orElseThrow().atTime(hour().orElseThrow()).atZone(Dates.ZONE).toInstant();
    }
}
