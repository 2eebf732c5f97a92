package org.fugong.owed.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.audit.ListExport;
import org.fugong.audit.Trail;
import org.fugong.calendar.DueDates;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Listing;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What the firms of a county owe, what is due first in front, and what they have supplied. */
@Controller
class OwedDeskController {

    private final OwedQueue queue;
    private final OwedItemTexts texts;
    private final DueDates due;
    private final Dates dates;
    private final Words words;
    private final DeskReading reading;
    private final Trail trail;

    OwedDeskController(OwedQueue queue, OwedItemTexts texts, DueDates due, Dates dates, Words words, DeskReading reading, Trail trail) {
        this.queue = queue;
        this.texts = texts;
        this.due = due;
        this.dates = dates;
        this.words = words;
        this.reading = reading;
        this.trail = trail;
    }

    @GetMapping("/desk/owed")
    String queue(Actor actor, @ModelAttribute("filter") OwedFilter filter, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Locale locale, Model model) {
        var page = queue.page(reading.county(actor, filter.county()), filter, after, before);
        model.addAttribute("page", page).addAttribute("table", table(page.rows()))
                .addAttribute("bar", filters(filter, reading.choice(actor, locale)));
        return "owed/queue";
    }

    @GetMapping({"/desk/owed/export.csv", "/desk/owed/export.xlsx"})
    void export(Actor actor, @ModelAttribute OwedFilter filter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var county = reading.county(actor, filter.county());
        var head = Stream.of("desk.no", "desk.name", "desk.code", "owed.item", "desk.state", "desk.due", "owed.supplied.day").map(words::of)
                .toList();
        var table = new TableDownload<OwedQueue.Row>(request, "owed-" + county, head, row -> Arrays.asList(row.no(), row.name(),
                row.creditCode(), texts.item(row), words.of("owed-state." + row.state()), row.dueOn(), row.suppliedOn()));
        try {
            table.send(response, after -> queue.piece(county, filter, after));
        } finally {
            trail.handedOut(new ListExport("owed", county, filter.used(), table.rows()));
        }
    }

    private FilterBar filters(OwedFilter filter, List<Group> counties) {
        return FilterBar.at("/desk/owed", "owed.filters", filter.ignored()).county(filter.county(), counties)
                .field(FilterBar.text("q", filter.q(), "col-12 col-md-4"))
                .field(FilterBar.choice("state", filter.state(), "col-6 col-md-2", List.of(new Group(null, List.of(
                        new Choice("", words.of("owed-state.OPEN")), new Choice(OwedFilter.SUPPLIED, words.of("owed-state.SUPPLIED")))))))
                .field(FilterBar.choice("due", filter.due(), "col-6 col-md-2", List.of(new Group(null, List.of(
                        new Choice("", words.of("desk.all")), new Choice(OwedFilter.OVERDUE, words.of("desk.due.overdue")))))));
    }

    private Listing.Table table(List<OwedQueue.Row> rows) {
        return new Listing<OwedQueue.Row>("owed.title")
                .column("desk.no", row -> Cell.link(row.no(), "/desk/filings/" + row.no()))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("owed.item", row -> Cell.of(texts.item(row)))
                .column("desk.state", row -> Cell.of(List.of(state(row))))
                .figures("desk.due", row -> row.dueOn() == null ? texts.day(row) : dates.shortDay(row.dueOn()))
                .table(rows);
    }

    private Cell.Tag state(OwedQueue.Row row) {
        return row.suppliedOn() != null
                ? new Cell.Tag("tag-met", texts.day(row))
                : due.tag(words.of(row.checked() ? "owed.checked" : "owed-state.OPEN"), false, row.dueOn());
    }
}
