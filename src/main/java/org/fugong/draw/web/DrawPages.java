package org.fugong.draw.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.draw.Draw;
import org.fugong.draw.Draws;
import org.fugong.draw.StratumNames;
import org.fugong.region.Regions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what is shown of a draw, which is the same for everybody. */
@Component
class DrawPages {

    /** How many firms that were drawn stand on a page. */
    static final int PAGE = 100;

    private final Draws draws;
    private final StratumNames names;
    private final Regions regions;

    DrawPages(Draws draws, StratumNames names, Regions regions) {
        this.draws = draws;
        this.names = names;
        this.regions = regions;
    }

    /** A stratum in a list: what it is called, how much of it is drawn. */
    record StratumRow(String name, int firms, String share, int drawn) {
    }

    /** Adds it to the model; the results after one of them, {@code address} being that of the page. */
    void show(Draw draw, int after, String address, Locale locale, Model model) {
        var results = draws.results(draw.id(), after, PAGE + 1);
        model.addAttribute("draw", draw).addAttribute("style", DrawListing.style(draw))
                .addAttribute("place", regions.name(draw.county(), locale).orElse(""))
                .addAttribute("strata", strata(draw, locale)).addAttribute("scope", scope(draw, locale))
                .addAttribute("leftOut", draw.leftOut())
                .addAttribute("seed", draws.revealedSeed(draw.id()).map(seed -> seed.hex()).orElse(null))
                .addAttribute("results", results.stream().limit(PAGE).toList())
                .addAttribute("drawn", draws.countResults(draw.id()))
                .addAttribute("first", after > 0 ? address : null)
                .addAttribute("next", results.size() > PAGE ? address + "?after=" + results.get(PAGE - 1).seq() : null);
    }

    private List<StratumRow> strata(Draw draw, Locale locale) {
        var rows = new ArrayList<StratumRow>();
        for (var stratum : draw.strata()) {
            var share = draw.rule().shares().get(stratum.key() - 1);
            rows.add(new StratumRow(names.of(draw.rule().by(), share.value(), draw.county(), locale), stratum.firms(),
                    DrawForm.text(share), stratum.drawn()));
        }
        return rows;
    }

    /** What narrows the pool: by name the words of its value. */
    private List<Map.Entry<String, String>> scope(Draw draw, Locale locale) {
        return draw.rule().scope().used().entrySet().stream()
                .map(one -> Map.entry(one.getKey(), names.of(one.getKey(), one.getValue(), draw.county(), locale))).toList();
    }
}
