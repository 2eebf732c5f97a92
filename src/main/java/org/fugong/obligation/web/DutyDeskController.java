package org.fugong.obligation.web;

import java.util.List;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.calendar.DueDates;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What the firms of the official's county are asked to do after a change of level. */
@Controller
class DutyDeskController {

    private final DutyQueue queue;
    private final DueDates due;
    private final Dates dates;
    private final Words words;
    private final DeskReading reading;

    DutyDeskController(DutyQueue queue, DueDates due, Dates dates, Words words, DeskReading reading) {
        this.queue = queue;
        this.due = due;
        this.dates = dates;
        this.words = words;
        this.reading = reading;
    }

    @GetMapping("/desk/obligations")
    String queue(Actor actor, @ModelAttribute("filter") DutyFilter filter, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Locale locale, Model model) {
        var county = reading.county(actor, filter.county());
        var page = queue.page(county, filter, after, before);
        model.addAttribute("page", page).addAttribute("table", table(page.rows()))
                .addAttribute("bar", filters(filter, reading.choice(actor, locale)))
                .addAttribute("back", reading.choice(actor).isEmpty() ? "/desk/filings" : "/desk/filings?county=" + county);
        return "obligation/duty-queue";
    }

    private FilterBar filters(DutyFilter filter, List<Group> counties) {
        return FilterBar.at("/desk/obligations", "duties.filters", filter.ignored()).county(filter.county(), counties)
                .field(FilterBar.text("q", filter.q(), "col-12 col-md-4"))
                .field(FilterBar.choice("due", filter.due(), "col-12 col-md-3", List.of(new Group(null, List.of(
                        new Choice("", words.of("desk.all")), new Choice(DutyFilter.OVERDUE, words.of("desk.due.overdue")))))));
    }

    private Listing.Table table(List<DutyQueue.Row> rows) {
        return new Listing<DutyQueue.Row>("duties.title")
                .column("desk.no", row -> Cell.link(row.no(), "/desk/filings/" + row.no()))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("duties.duty", row -> Cell.of(words.of("duty." + row.duty())))
                .column("desk.state", row -> Cell.of(List.of(due.tag(words.of("duties.open"), false, row.dueOn()))))
                .figures("desk.due", row -> dates.shortDay(row.dueOn()))
                .table(rows);
    }
}
