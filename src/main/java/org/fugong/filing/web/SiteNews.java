package org.fugong.filing.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.filing.web.FirmFilings.Summary;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/**
 * What has changed for a site because of its county: its level, and the list of that level. It is told for some days, whether
 * the notice of it was read or not, and only what the draft or the filing of the site does not rest on already.
 */
@Component
class SiteNews {

    private static final Duration NEW = Duration.ofDays(7);

    private final RiskLevels levels;
    private final CountyLists lists;
    private final Words words;
    private final Dates dates;
    private final Clock clock;

    SiteNews(RiskLevels levels, CountyLists lists, Words words, Dates dates, Clock clock) {
        this.levels = levels;
        this.lists = lists;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /** What is new in counties, each with its present level: how it came to be, and which list applies, if that is new. */
    record Counties(Map<String, RiskLevels.Latest> moved, Map<String, CountyList> listed) {
    }

    Counties of(Collection<CountyLevel> now) {
        var since = clock.instant().minus(NEW);
        var moved = new HashMap<String, RiskLevels.Latest>();
        levels.latest(now.stream().map(CountyLevel::county).toList()).stream().filter(latest -> latest.known().isAfter(since))
                .forEach(latest -> moved.put(latest.transition().county(), latest));
        var listed = new HashMap<String, CountyList>();
        now.stream().filter(level -> level.regime() != Regime.NOTICE)
                .forEach(level -> newList(level, since).ifPresent(list -> listed.put(level.county(), list)));
        return new Counties(moved, listed);
    }

    /** The lines of a site with what there is to go on with, which may be null. */
    List<String> lines(Counties counties, String county, Summary draft, Summary live) {
        var open = live != null ? live : draft;
        var lines = new ArrayList<String>();
        var moved = counties.moved().get(county);
        if (moved != null && (open == null || open.at().isBefore(moved.known()))) {
            var transition = moved.transition();
            lines.add(words.of("home.news.level", day(transition.at()), level(transition.from().name()), level(transition.to().name())));
        }
        var list = counties.listed().get(county);
        if (list != null && (open == null || open.at().isBefore(list.effectiveAt()))) {
            lines.add(words.of(open == null ? "home.news.list" : open.state().live() ? "home.news.list.filed" : "home.news.list.draft",
                    day(list.effectiveAt()), level(list.level().name()), list.versionLabel()));
        }
        return lines;
    }

    /** The list that applies at a level, if it is new; the first version of a list has changed nothing. */
    private Optional<CountyList> newList(CountyLevel level, Instant since) {
        try {
            return Optional.of(lists.inForce(level.county(), level.level(), clock.instant()))
                    .filter(list -> list.effectiveAt().isAfter(since) && (list.version() > 1 || list.adaptationId() != null));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    private String level(String name) {
        return words.of("risk-level." + name);
    }

    private String day(Instant moment) {
        return dates.day(LocalDate.ofInstant(moment, Dates.ZONE));
    }
}
