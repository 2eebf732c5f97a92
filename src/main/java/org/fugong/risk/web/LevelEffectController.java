package org.fugong.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.AffectedSubject;
import org.fugong.risk.LevelForesight;
import org.fugong.risk.LevelTransition;
import org.fugong.web.CsvDownload;
import org.fugong.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that one effect of a change of level would touch, for the admin who is about to confirm it: on pages, and as a table. */
@Controller
@RequestMapping("/admin/risk-levels/{county}/effects/{effect:[a-z-]{1,40}}")
class LevelEffectController {

    private static final int PAGE = 50;
    private static final int PIECE = 500;

    private final LevelForesight foresight;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    LevelEffectController(LevelForesight foresight, Regions regions, MessageSource messages, Clock clock) {
        this.foresight = foresight;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable String county, @PathVariable String effect, @ModelAttribute("levelChange") LevelChangeForm change,
            BindingResult binding, @RequestParam(defaultValue = "0") long after, Actor actor, Model model) {
        var place = own(county, actor);
        var transition = transition(county, change, binding);
        var touched = foresight.touched(transition, effect, after, PAGE + 1);
        model.addAttribute("county", place);
        model.addAttribute("effect", effect);
        model.addAttribute("rows", touched.stream().limit(PAGE).toList());
        model.addAttribute("first", after == 0);
        if (!touched.isEmpty()) {
            model.addAttribute("told", foresight.told(transition, effect, touched.getFirst()));
        }
        if (touched.size() > PAGE) {
            model.addAttribute("next", touched.get(PAGE - 1).id());
        }
        return "risk/effect";
    }

    @GetMapping("/table.csv")
    void table(@PathVariable String county, @PathVariable String effect, @ModelAttribute("levelChange") LevelChangeForm change,
            BindingResult binding, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        own(county, actor);
        var transition = transition(county, change, binding);
        var head = List.of(messages.getMessage("level-effects.firm", null, locale),
                messages.getMessage("level-effects.what", null, locale));
        CsvDownload.write(response, county + "-" + effect + ".csv", head, rows -> {
            List<AffectedSubject> piece = List.of();
            do {
                piece = foresight.touched(transition, effect, piece.isEmpty() ? 0 : piece.getLast().id(), PIECE);
                piece.forEach(one -> rows.accept(List.of(one.firm(), one.what())));
            } while (piece.size() == PIECE);
        });
    }

    /** The change that is thought of, as the page before has sent it. */
    private LevelTransition transition(String county, LevelChangeForm change, BindingResult binding) {
        change.check(binding, clock.instant());
        if (binding.hasErrors()) {
            throw new NotFound();
        }
        return foresight.transition(county, change.chosen().orElseThrow(), change.effectiveAt(clock.instant()));
    }

    private County own(String county, Actor actor) {
        return regions.county(county).filter(place -> regions.covers(actor.scope(), place.code())).orElseThrow(NotFound::new);
    }
}
