package org.fugong.obligation.web;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.calendar.DueDates;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String queue(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String after,
            @RequestParam(required = false) String before, Model model) {
        var county = reading.county(actor, named);
        var page = queue.page(county, after, before);
        model.addAttribute("page", page).addAttribute("table", table(page.rows()))
                .addAttribute("walk", new DutyQueue.Walk("/desk/obligations", reading.choice(actor).isEmpty() ? null : county))
                .addAttribute("back", reading.choice(actor).isEmpty() ? "/desk/filings" : "/desk/filings?county=" + county);
        return "obligation/duty-queue";
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
