package org.fugong.lookup.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyLists;
import org.fugong.region.County;
import org.fugong.region.CountyNames;
import org.fugong.region.Regions;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counties, their levels and lists for other systems. */
@RestController
@RequestMapping("/api/v1/counties")
class CountyApi {

    private final Regions regions;
    private final CountyNames names;
    private final RiskLevels levels;
    private final CountyLists lists;
    private final MessageSource messages;
    private final Clock clock;

    CountyApi(Regions regions, CountyNames names, RiskLevels levels, CountyLists lists, MessageSource messages, Clock clock) {
        this.regions = regions;
        this.names = names;
        this.levels = levels;
        this.lists = lists;
        this.messages = messages;
        this.clock = clock;
    }

    record Summary(String code, String name, String prefecture, RiskLevel level, Regime regime) {
    }

    /** All counties, or those that a name or a code of another system may mean: one where it is clear, none where there is none. */
    @GetMapping
    List<Summary> all(@RequestParam(required = false) String q) {
        var counties = Typed.isBlank(q) ? regions.served() : names.meant(q, regions.served());
        var now = levels.now(counties.stream().map(County::code).toList());
        return counties.stream().filter(county -> now.containsKey(county.code())).map(county -> {
            var level = now.get(county.code());
            return new Summary(county.code(), county.name(), county.prefecture(), level.level(), level.regime());
        }).toList();
    }

    /** What applies now, or applied {@code on} a day or at a moment by what was {@code known} at another. */
    @GetMapping("/{code}")
    CountyDetail one(@PathVariable String code, AsOfForm form, BindingResult binding, Locale locale) throws BindException {
        var county = regions.served(code).orElseThrow(NotFound::new);
        var asked = form.read(clock.instant(), binding).orElse(null);
        if (asked == null) {
            throw new BindException(binding);
        }
        var on = asked.on().instant();
        var known = asked.known().instant();
        var level = levels.at(code, on, known);
        var list = level.flatMap(at -> lists.inForce(code, at.level(), on, known));
        return CountyDetail.of(county, asked, level.orElse(null), list.orElse(null), locale);
    }

    @ExceptionHandler
    ProblemDetail unreadable(BindException e, Locale locale) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getFieldErrors().stream()
                .map(error -> error.getField() + ": " + messages.getMessage(error, locale)).collect(Collectors.joining("; ")));
    }
}
