package org.fugong.draw.web;

import java.util.List;
import java.util.Locale;
import org.fugong.draw.Draw;
import org.fugong.region.Regions;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** How lists of draws are drawn. */
@Component
class DrawListing {

    private final Regions regions;
    private final Dates dates;
    private final Words words;

    DrawListing(Regions regions, Dates dates, Words words) {
        this.regions = regions;
        this.dates = dates;
        this.words = words;
    }

    /** The draws of a list whose pages stand under an address. */
    Listing.Table table(List<Draw> draws, String address, Locale locale) {
        return new Listing<Draw>("draws.title")
                .column("draw.no", draw -> Cell.link(draw.no(), address + "/" + draw.no()))
                .column("draw.county", draw -> Cell.of(regions.name(draw.county(), locale).orElse("")))
                .figures("draw.announced", draw -> dates.shortDay(draw.announcedAt().atZone(Dates.ZONE).toLocalDate()))
                .column("draw.strata", draw -> Cell.of(words.of("stratification." + draw.rule().by())))
                .figures("draw.firms", draw -> words.of("draw.firms.count", draw.firms()))
                .column("draw.state", draw -> Cell.of(List.of(new Cell.Tag(style(draw), words.of("draw-state." + draw.state())))))
                .figures("draw.time", draw -> dates.shortDay(draw.revealAt().atZone(Dates.ZONE).toLocalDate()))
                .table(draws);
    }

    static String style(Draw draw) {
        return switch (draw.state()) {
            case ANNOUNCED -> "tag-due";
            case REVEALED -> "tag-met";
            case CANCELLED -> "tag-plain";
        };
    }
}
