package org.fugong.risk.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.risk.CaseFigures;
import org.fugong.risk.LevelSuggestion;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Dates;
import org.fugong.web.DayRange;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/**
 * A change of level as typed, with the figures it rests on if any; without a day it takes effect at once, without an hour
 * at midnight.
 */
record LevelChangeForm(@Line(max = 10) String fresh, @Line(max = 10) String cumulative, @Line(max = 5) String cluster,
        @Required @Line(max = 10) String level, @Required @Line(max = 200) String notice,
        @Line(max = 20) String date, @Line(max = 10) String time, @Line(max = 5) String correction) {

    private static final Duration FARTHEST = Duration.ofDays(366);

    Optional<RiskLevel> chosen() {
        return Stream.of(RiskLevel.values()).filter(value -> value.name().equals(level)).findFirst();
    }

    public boolean atOnce() {
        return Typed.plain(date).isEmpty() && Typed.plain(time).isEmpty();
    }

    /** Whether it is to put right the level of a time that has passed. */
    boolean corrects() {
        return "true".equals(correction);
    }

    /** When it takes effect; {@code now} where it is to be at once. Only for a form without errors. */
    Instant effectiveAt(Instant now) {
        return atOnce() ? now : day().orElseThrow().atTime(hour().orElseThrow()).atZone(Dates.ZONE).toInstant();
    }

    /** The figures, where they are given and can be. */
    Optional<CaseFigures> figures() {
        return Typed.whole(fresh).flatMap(few -> Typed.whole(cumulative).filter(all -> few >= 0 && all >= few)
                .map(all -> new CaseFigures(few, all, "true".equals(cluster))));
    }

    /** What the figures suggest, {@code null} where there are none. */
    public LevelSuggestion suggestion() {
        return figures().map(LevelSuggestion::of).orElse(null);
    }

    void check(BindingResult binding, Instant now) {
        checkFigures(binding);
        if (!binding.hasFieldErrors("level") && chosen().isEmpty()) {
            binding.rejectValue("level", "levelChange.unknown");
        }
        if (atOnce() && corrects()) {
            binding.rejectValue("date", "levelChange.no-date");
        } else if (!atOnce() && !binding.hasFieldErrors("date") && !binding.hasFieldErrors("time")) {
            checkTime(binding, now);
        }
    }

    /** Figures are given together or not at all. */
    void checkFigures(BindingResult binding) {
        if (Typed.isBlank(fresh) && Typed.isBlank(cumulative) && !"true".equals(cluster)) {
            return;
        }
        var few = Typed.whole(fresh).filter(value -> value >= 0);
        var all = Typed.whole(cumulative).filter(value -> value >= 0);
        if (few.isEmpty()) {
            binding.rejectValue("fresh", "levelChange.no-number");
        }
        if (all.isEmpty()) {
            binding.rejectValue("cumulative", "levelChange.no-number");
        } else if (few.isPresent() && all.get() < few.get()) {
            binding.rejectValue("cumulative", "levelChange.too-few");
        }
    }

    private void checkTime(BindingResult binding, Instant now) {
        if (day().isEmpty()) {
            binding.rejectValue("date", "levelChange.no-date");
        } else if (hour().isEmpty()) {
            binding.rejectValue("time", "levelChange.no-time");
        } else if (!corrects() && !effectiveAt(now).isAfter(now)) {
            binding.rejectValue("date", "levelChange.past");
        } else if (!corrects() && effectiveAt(now).isAfter(now.plus(FARTHEST))) {
            binding.rejectValue("date", "levelChange.far", new Object[]{LocalDate.ofInstant(now.plus(FARTHEST), Dates.ZONE).toString()},
                    null);
        }
    }

    private Optional<LocalDate> day() {
        return DayRange.iso(date);
    }

    private Optional<LocalTime> hour() {
        try {
            return Optional.of(Typed.plain(time).isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(Typed.plain(time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
