package org.fugong.risk.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.Dates;
import org.fugong.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The levels of all counties of a province day by day, for its admin. */
@Controller
class LevelCalendarController {

    private static final int WEEKS = 4;
    private static final int MOST_WEEKS = 12;
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 3);
    private static final LocalDate LAST = LocalDate.of(2100, 1, 4);

    private final RiskLevels levels;
    private final Regions regions;
    private final Clock clock;

    LevelCalendarController(RiskLevels levels, Regions regions, Clock clock) {
        this.levels = levels;
        this.regions = regions;
        this.clock = clock;
    }

    /** A county and its level at the end of each day. */
    record Row(County county, List<Cell> days) {
    }

    /** The level at the end of a day, {@code null} where there is none; set on that day, or still to come as things stand. */
    record Cell(RiskLevel level, boolean set, boolean coming) {
    }

    @GetMapping("/admin/risk-levels/calendar")
    String calendar(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String weeks, Actor actor, Model model) {
        var today = LocalDate.now(clock);
        int length = Typed.whole(weeks).filter(many -> many >= 1 && many <= MOST_WEEKS).orElse(WEEKS);
        var start = start(from, today);
        var days = start.datesUntil(start.plusWeeks(length)).toList();
        var counties = regions.within(actor.scope());
        var known = levels.from(counties.stream().map(County::code).toList(), start.atStartOfDay(Dates.ZONE).toInstant());
        var now = clock.instant();
        model.addAttribute("levels", RiskLevel.values());
        model.addAttribute("days", days);
        model.addAttribute("today", today);
        model.addAttribute("weeks", length);
        model.addAttribute("before", start.minusWeeks(length));
        model.addAttribute("after", start.plusWeeks(length));
        model.addAttribute("rows", counties.stream().map(county -> {
            var course = known.getOrDefault(county.code(), List.of());
            return new Row(county, days.stream().map(day -> cell(course, day, now)).toList());
        }).toList());
        return "risk/calendar";
    }

    private static Cell cell(List<CountyLevel> course, LocalDate day, Instant now) {
        var begin = day.atStartOfDay(Dates.ZONE).toInstant();
        var end = day.plusDays(1).atStartOfDay(Dates.ZONE).toInstant();
        return course.reversed().stream().filter(level -> level.since().isBefore(end)).findFirst()
                .map(level -> new Cell(level.level(), !level.since().isBefore(begin), level.since().isAfter(now)))
                .orElse(new Cell(null, false, false));
    }

    /** The Monday of the day that is asked for, or the one before the present week. */
    private static LocalDate start(String typed, LocalDate today) {
        var day = Stream.of(Typed.plain(typed)).flatMap(text -> {
            try {
                return Stream.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Stream.empty();
            }
        }).filter(one -> one.isAfter(FIRST) && one.isBefore(LAST)).findFirst().orElse(today.minusWeeks(1));
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
