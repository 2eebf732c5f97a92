package org.fugong.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fugong.calendar.DueDates;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.Industry;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** How the queues of applications and of opinions are drawn: their columns, and what they can be narrowed by. */
@Component
class ApplicationListing {

    private static final String QUARTER = "col-6 col-md-3";

    private final Industries industries;
    private final DueDates due;
    private final Dates dates;
    private final Words words;

    ApplicationListing(Industries industries, DueDates due, Dates dates, Words words) {
        this.industries = industries;
        this.due = due;
        this.dates = dates;
        this.words = words;
    }

    Listing.Table applications(List<QueueRow> rows, Locale locale) {
        return table("applications.caption", "applications.lead-department", row -> "/desk/applications/" + row.no(), rows, locale);
    }

    Listing.Table opinions(List<QueueRow> rows, Locale locale) {
        return table("opinions.caption", "desk.department", row -> "/desk/opinions/" + row.id(), rows, locale);
    }

    private Listing.Table table(String caption, String department, Function<QueueRow, String> address, List<QueueRow> rows, Locale locale) {
        return new Listing<QueueRow>(caption)
                .column("desk.no", row -> Cell.link(row.no(), address.apply(row)))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("desk.industry", row -> Cell.of(industries.division(row.industry()).map((Industry one) -> one.name(locale))
                        .orElse("")))
                .figures("desk.staff", row -> row.plannedStaff() == null ? "" : words.of("desk.people", row.plannedStaff()))
                .column(department, row -> Cell.of(words.of("department." + row.department())))
                .column("desk.state", row -> Cell.of(tags(row)))
                .figures("desk.due", row -> dates.shortDay(row.dueOn()))
                .table(rows);
    }

    private List<Cell.Tag> tags(QueueRow row) {
        var tags = new ArrayList<Cell.Tag>();
        tags.add(due.tag(words.of("desk.state." + row.state()), false, row.dueOn()));
        if (row.green()) {
            tags.add(new Cell.Tag("tag-met", words.of("applications.green")));
        }
        if (row.joint()) {
            tags.add(new Cell.Tag("tag-owed", words.of("applications.joint")));
        }
        if (row.missing() > 0) {
            tags.add(new Cell.Tag("tag-plain", words.of("applications.missing", row.missing()), null, true));
        }
        return tags;
    }

    FilterBar filters(ApplicationFilter filter, List<Group> counties) {
        var bar = FilterBar.at(filter.address(), "applications.filters", filter.ignored()).county(filter.county(), counties)
                .field(FilterBar.text("q", filter.q(), QUARTER));
        if (filter.address().equals("/desk/applications")) {
            bar.field(FilterBar.choice("state", filter.state(), QUARTER,
                    choices("", "desk.all", ApplicationFilter.states().stream(), "desk.state.")));
        }
        return bar.field(FilterBar.choice("department", filter.department(), QUARTER,
                choices(ApplicationFilter.ALL, "desk.all", ApplicationFilter.departments().stream(), "department.")))
                .field(FilterBar.choice("due", filter.due(), "col-6 col-md-2", List.of(new Group(null, List.of(
                        new Choice("", words.of("desk.all")),
                        new Choice(ApplicationFilter.OVERDUE, words.of("desk.due.overdue")))))));
    }

    private List<Group> choices(String all, String allKey, Stream<String> values, String prefix) {
        return List.of(new Group(null, Stream.concat(Stream.of(new Choice(all, words.of(allKey))),
                values.map(value -> new Choice(value, words.of(prefix + value)))).toList()));
    }
}
