package org.fugong.request.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.region.Regions;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** How the queue of requests is drawn: its columns, and what it is narrowed by. */
@Component
class RequestListing {

    private final Regions regions;
    private final Dates dates;
    private final Words words;

    RequestListing(Regions regions, Dates dates, Words words) {
        this.regions = regions;
        this.dates = dates;
        this.words = words;
    }

    Listing.Table table(List<RequestQueue.Row> rows, Locale locale) {
        return new Listing<RequestQueue.Row>("requests.title")
                .column("desk.no", row -> Cell.link(row.no(), "/admin/requests/" + row.no()))
                .column("report.unit", row -> Cell.of(row.unit()))
                .column("report.demand", row -> Cell.of(words.of("demand." + row.demand())))
                .column("desk.county", row -> Cell.of(regions.name(row.county(), locale).orElse("")))
                .figures("requests.sent", row -> dates.day(row.sentAt()))
                .column("desk.state", row -> Cell.of(List.of(row.answered()
                        ? new Cell.Tag("tag-met", words.of("requests.state.answered"))
                        : new Cell.Tag("tag-due", words.of("requests.state.open")))))
                .table(rows);
    }

    FilterBar filters(RequestFilter filter) {
        var states = Stream.of(RequestFilter.OPEN, RequestFilter.ANSWERED)
                .map(state -> new Choice(state, words.of("requests.state." + state))).toList();
        return FilterBar.at(RequestFilter.ADDRESS, "requests.filters", filter.ignored())
                .field(FilterBar.text("q", filter.q(), "col-12 col-md-4"))
                .field(FilterBar.choice("state", filter.answered() ? RequestFilter.ANSWERED : RequestFilter.OPEN, "col-6 col-md-3",
                        List.of(new Group(null, states))));
    }
}
