package org.fugong.filing.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fugong.calendar.DueDates;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.SizeClass;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** How the queue of filings is drawn: its columns, and what it can be narrowed by. */
@Component
class FilingListing {

    private static final String QUARTER = "col-6 col-md-3";
    private static final String SIXTH = "col-6 col-md-2";

    private final Industries industries;
    private final DueDates due;
    private final Dates dates;
    private final Words words;

    FilingListing(Industries industries, DueDates due, Dates dates, Words words) {
        this.industries = industries;
        this.due = due;
        this.dates = dates;
        this.words = words;
    }

    Listing.Table table(List<FilingRow> rows, boolean newest, boolean lowRisk, Locale locale) {
        var listing = new Listing<FilingRow>(newest ? "desk.caption.newest" : "desk.caption")
                .column("desk.no", row -> Cell.link(row.no(), "/desk/filings/" + row.no()))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("desk.kind", row -> Cell.of(words.of("kind." + row.kind())))
                .column("desk.industry", row -> Cell.of(industries.division(row.industry())
                        .map(industry -> industry.name(locale)).orElse("")))
                .figures("desk.staff", row -> row.plannedStaff() == null ? "" : words.of("desk.people", row.plannedStaff()))
                .column("desk.state", row -> Cell.of(tags(row, lowRisk)));
        if (newest) {
            listing.figures("desk.submitted-on", row -> dates.shortDay(row.submittedOn()));
        } else {
            listing.figures("desk.due", row -> lowRisk ? "" : dates.shortDay(row.dueOn()));
        }
        return listing.table(rows);
    }

    private List<Cell.Tag> tags(FilingRow row, boolean lowRisk) {
        var words = this.words.of("desk.state." + row.shown());
        var state = switch (row.state()) {
            case PERMITTED -> new Cell.Tag("tag-met", words);
            case REFUSED, NOT_ACCEPTED -> new Cell.Tag("tag-unmet", words);
            default -> due.tag(words, row.state() == FilingState.SUSPENDED, lowRisk ? null : row.dueOn());
        };
        var tags = new ArrayList<Cell.Tag>(List.of(state));
        if (row.green() && row.dueOn() != null && !lowRisk) {
            tags.add(new Cell.Tag("tag-met", this.words.of("applications.green")));
        }
        if (row.state().live() && row.owed() + row.supplied() > 0) {
            tags.add(row.owed() > 0
                    ? new Cell.Tag("tag-owed", this.words.of("desk.owed", row.owed()), null, true)
                    : new Cell.Tag("tag-met", this.words.of("desk.supplied", row.supplied()), null, true));
        }
        return tags;
    }

    /** The bar; who reads several counties chooses one of them. */
    FilterBar filters(FilingFilter filter, List<Group> counties, Locale locale) {
        return FilterBar.at("/desk/filings", "desk.filters", filter.ignored()).county(filter.county(), counties)
                .field(FilterBar.text("q", filter.q(), "col-12 col-md-3"))
                .field(FilterBar.choice("state", filter.state(), SIXTH, any(FilingFilter.states().stream(),
                        state -> switch (state) {
                            case FilingFilter.OPEN -> "desk.open";
                            case FilingFilter.UNCHECKED -> "desk.unchecked";
                            default -> "filing-state." + state;
                        })))
                .field(FilterBar.choice("kind", filter.kind(), SIXTH, any(names(FilingKind.values()), kind -> "kind." + kind)))
                .field(FilterBar.choice("industry", filter.industry(), QUARTER, industries(locale)))
                .further(FilterBar.choice("size", filter.size(), QUARTER, any(names(SizeClass.values()), size -> "size." + size)))
                .further(FilterBar.day("from", filter.from(), QUARTER))
                .further(FilterBar.day("to", filter.to(), QUARTER))
                .further(FilterBar.choice("due", filter.due(), QUARTER, List.of(new Group(null,
                        List.of(all(), new Choice(FilingFilter.OVERDUE, words.of("desk.due.overdue")))))))
                .further(FilterBar.choice("order", filter.order(), QUARTER, List.of(new Group(null,
                        List.of(new Choice("", words.of("desk.order.due")), new Choice("newest", words.of("desk.order.newest")))))));
    }

    /** All, or one of these. */
    private List<Group> any(Stream<String> values, Function<String, String> key) {
        var choices = values.map(value -> new Choice(value, words.of(key.apply(value))));
        return List.of(new Group(null, Stream.concat(Stream.of(all()), choices).toList()));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name);
    }

    private List<Group> industries(Locale locale) {
        var groups = new ArrayList<>(List.of(new Group(null, List.of(all()))));
        for (var section : industries.sections()) {
            var whole = new Choice(section.code(), words.of("desk.industry.whole", section.name(locale)));
            var divisions = industries.divisionsOf(section.code()).stream()
                    .map(division -> new Choice(division.code(), division.name(locale)));
            groups.add(new Group(section.name(locale), Stream.concat(Stream.of(whole), divisions).toList()));
        }
        return groups;
    }

    private Choice all() {
        return new Choice("", words.of("desk.all"));
    }
}
