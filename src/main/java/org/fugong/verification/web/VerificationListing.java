package org.fugong.verification.web;

import java.util.List;
import java.util.Locale;
import org.fugong.calendar.DueDates;
import org.fugong.enterprise.Industries;
import org.fugong.verification.VerificationState;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** How the queue of verifications is drawn: its columns, and what it can be narrowed by. */
@Component
class VerificationListing {

    private final Industries industries;
    private final DueDates due;
    private final Dates dates;
    private final Words words;

    VerificationListing(Industries industries, DueDates due, Dates dates, Words words) {
        this.industries = industries;
        this.due = due;
        this.dates = dates;
        this.words = words;
    }

    Listing.Table table(List<VerificationRow> rows, boolean lowRisk, Locale locale) {
        return new Listing<VerificationRow>("verifications.caption")
                .column("desk.no", row -> Cell.link(row.no(), "/desk/verifications/" + row.id()))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("desk.kind", row -> Cell.of(words.of("kind." + row.kind())))
                .column("desk.industry", row -> Cell.of(industries.division(row.industry())
                        .map(industry -> industry.name(locale)).orElse("")))
                .figures("desk.staff", row -> row.plannedStaff() == null ? "" : words.of("desk.people", row.plannedStaff()))
                .column("desk.state", row -> Cell.of(List.of(due.tag(words.of("verification-state." + row.state()),
                        row.state() == VerificationState.STOP_WORK, lowRisk ? null : row.dueOn()))))
                .figures("desk.due", row -> dates.shortDay(row.dueOn()))
                .table(rows);
    }

    FilterBar filters(VerificationFilter filter, List<Group> counties) {
        var states = VerificationFilter.choices().stream()
                .map(state -> new Choice(state, words.of("verification-state." + state))).toList();
        return FilterBar.at("/desk/verifications", "verifications.filters", filter.ignored())
                .county(filter.county(), counties)
                .field(FilterBar.text("q", filter.q(), "col-6 col-md-4"))
                .field(FilterBar.choice("state", filter.chosen(), "col-6 col-md-3", List.of(new Group(null, states))))
                .field(FilterBar.choice("due", filter.due(), "col-6 col-md-2", List.of(new Group(null, List.of(
                        new Choice("", words.of("desk.all")),
                        new Choice(VerificationFilter.OVERDUE, words.of("desk.due.overdue")))))));
    }
}
