package org.fugong.lookup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyLists;
import org.fugong.lookup.web.CountyChange.Kind;
import org.fugong.region.County;
import org.fugong.region.CountyNames;
import org.fugong.region.Regions;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.fugong.web.RememberedCounty;
import org.fugong.web.RenderedPages;
import org.fugong.web.Typed;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What anyone can look up without an account: which county is at which level, and what it asks. */
@Controller
class CountyController {

    /** How far ahead a change is announced. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Regions regions;
    private final CountyNames names;
    private final RiskLevels levels;
    private final CountyLists lists;
    private final CountyChanges changes;
    private final RenderedPages pages;
    private final Clock clock;

    CountyController(Regions regions, CountyNames names, RiskLevels levels, CountyLists lists, CountyChanges changes, RenderedPages pages,
            Clock clock) {
        this.regions = regions;
        this.names = names;
        this.levels = levels;
        this.lists = lists;
        this.changes = changes;
        this.pages = pages;
        this.clock = clock;
    }

    /** A county and its present level. */
    record Row(County county, CountyLevel level) {
    }

    /** What a visitor's home shows first: the county looked at last, or none. */
    record Home(String remembered) {
    }

    @GetMapping("/")
    void home(@RequestParam(required = false) String q, @CookieValue(name = RememberedCounty.COOKIE, required = false) String remembered,
            @RequestHeader(name = "HX-Request", required = false) String part, Actor actor, Locale locale, Model model,
            HttpServletRequest request, HttpServletResponse response) throws Exception {
        var found = names.found(q);
        if (part == null && !Typed.isBlank(q) && found.size() == 1) {
            response.sendRedirect("/counties/" + found.getFirst().code());
            return;
        }
        var last = regions.served(remembered);
        var key = key(new Home(last.map(County::code).orElse(null)), actor, locale, request);
        pages.write(key, "lookup/home", locale, () -> fill(q, found, last, locale, model), request, response);
    }

    private Map<String, Object> fill(String q, List<County> found, Optional<County> last, Locale locale, Model model) {
        var shown = found.isEmpty() ? regions.served() : found;
        var now = levels.now(shown.stream().map(County::code).toList());
        model.addAttribute("q", q);
        model.addAttribute("none", found.isEmpty());
        model.addAttribute("prefectures", shown.stream().filter(county -> now.containsKey(county.code()))
                .map(county -> new Row(county, now.get(county.code())))
                .collect(Collectors.groupingBy(row -> row.county().prefecture(locale), LinkedHashMap::new, Collectors.toList())));
        last.ifPresent(county -> levels.now(List.of(county.code())).values()
                .forEach(level -> model.addAttribute("remembered", new Row(county, level))));
        return model.asMap();
    }

    /** Only what is shown to everybody alike is kept. */
    private static RenderedPages.Key key(Object shown, Actor actor, Locale locale, HttpServletRequest request) {
        return actor == null && request.getQueryString() == null ? RenderedPages.key(shown, locale, request) : null;
    }

    @GetMapping("/counties/{code}")
    void county(@PathVariable String code, @CookieValue(name = RememberedCounty.COOKIE, required = false) String remembered, Actor actor,
            Locale locale,
            Model model, HttpServletRequest request, HttpServletResponse response) throws Exception {
        var county = regions.served(code).orElseThrow(NotFound::new);
        if (!code.equals(remembered)) {
            response.addHeader(HttpHeaders.SET_COOKIE, RememberedCounty.cookie(code));
        }
        pages.write(key(code, actor, locale, request), "lookup/county", locale, () -> fill(county, locale, request, model), request,
                response);
    }

    /** Other conditions that are to take effect at the present level, or at one that has been set for later. */
    private List<CountyChange> coming(County county, CountyLevel level, Instant now) {
        var known = changes.within(county, now, now.plus(FARTHEST), now);
        var levels = known.stream().filter(change -> change.kind() == Kind.LEVEL).map(CountyChange::level).collect(Collectors.toSet());
        return known.stream().filter(change -> change.kind() != Kind.LEVEL
                && (change.level() == level.level() || levels.contains(change.level()))).toList();
    }

    private Map<String, Object> fill(County county, Locale locale, HttpServletRequest request, Model model) {
        var now = clock.instant();
        var level = levels.at(county.code(), now);
        var list = lists.inForce(county.code(), level.level(), now);
        model.addAttribute("feed", "/counties/" + county.code() + "/changes.atom");
        model.addAttribute("coming", coming(county, level, now));
        model.addAttribute("page",
                CountyPage.of(county, level, levels.history(county.code()), list, request.getParameterMap(), now, locale));
        return model.asMap();
    }
}
