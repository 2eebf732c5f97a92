package org.fugong.obligation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.audit.ListExport;
import org.fugong.audit.Trail;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the firms of the official's county are asked to do, whole, as a table to download. */
@Controller
class DutyExportController {

    private final DutyQueue queue;
    private final Words words;
    private final Trail trail;
    private final DeskReading reading;

    DutyExportController(DutyQueue queue, Words words, Trail trail, DeskReading reading) {
        this.queue = queue;
        this.words = words;
        this.trail = trail;
        this.reading = reading;
    }

    @GetMapping({"/desk/obligations/export.csv", "/desk/obligations/export.xlsx"})
    void export(Actor actor, @ModelAttribute DutyFilter filter, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var county = reading.county(actor, filter.county());
        var head = Stream.of("desk.no", "desk.name", "desk.code", "duties.duty", "desk.due").map(words::of).toList();
        var table = new TableDownload<DutyQueue.Row>(request, "obligations-" + county, head,
                row -> Arrays.asList(row.no(), row.name(), row.creditCode(), words.of("duty." + row.duty()), row.dueOn()));
        try {
            table.send(response, after -> queue.piece(county, filter, after));
        } finally {
            trail.handedOut(new ListExport("obligations", county, filter.used(), table.rows()));
        }
    }
}
