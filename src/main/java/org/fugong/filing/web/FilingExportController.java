package org.fugong.filing.web;

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
import org.fugong.enterprise.Industries;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The queue of filings as it is narrowed, whole, as a table to download. */
@Controller
class FilingExportController {

    private final FilingQueue queue;
    private final Industries industries;
    private final Words words;
    private final Trail trail;
    private final DeskReading reading;

    FilingExportController(FilingQueue queue, Industries industries, Words words, Trail trail, DeskReading reading) {
        this.queue = queue;
        this.industries = industries;
        this.words = words;
        this.trail = trail;
        this.reading = reading;
    }

    @GetMapping({"/desk/filings/export.csv", "/desk/filings/export.xlsx"})
    void export(Actor actor, @ModelAttribute("filter") FilingFilter filter, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var county = reading.county(actor, filter.county());
        var head = Stream
                .of("desk.no", "desk.name", "desk.code", "desk.kind", "desk.industry", "desk.staff", "desk.state", "desk.owed.items",
                        "desk.due", "desk.submitted-on")
                .map(words::of).toList();
        var table = new TableDownload<FilingRow>(request, "filings-" + county, head, row -> cells(row, locale));
        try {
            table.send(response, after -> queue.piece(county, filter, after));
        } finally {
            trail.handedOut(new ListExport("filings", county, filter.used(), table.rows()));
        }
    }

    private List<Object> cells(FilingRow row, Locale locale) {
        return Arrays.asList(row.no(), row.name(), row.creditCode(), words.of("kind." + row.kind()),
                industries.division(row.industry()).map(industry -> industry.name(locale)).orElse(""), row.plannedStaff(),
                words.of("desk.state." + row.shown()), row.owed(), row.dueOn(), row.submittedOn());
    }
}
