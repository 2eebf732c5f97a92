package org.fugong.verification.web;

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
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of verifications as it is narrowed, whole, as a table to download. */
@Controller
class VerificationExportController {

    private final VerificationQueue queue;
    private final Industries industries;
    private final Words words;
    private final Trail trail;
    private final DeskReading reading;

    VerificationExportController(VerificationQueue queue, Industries industries, Words words, Trail trail, DeskReading reading) {
        this.queue = queue;
        this.industries = industries;
        this.words = words;
        this.trail = trail;
        this.reading = reading;
    }

    @GetMapping({"/desk/verifications/export.csv", "/desk/verifications/export.xlsx"})
    void export(Actor actor, @RequestParam(name = "county", required = false) String named, @RequestParam(required = false) String state,
            @RequestParam(required = false) String q, @RequestParam(required = false) String due, Locale locale,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        var filter = new VerificationFilter(named, state, q, due);
        var county = reading.county(actor, named);
        var head = Stream.of("desk.no", "desk.name", "desk.code", "desk.kind", "desk.industry", "desk.staff", "desk.state", "desk.due")
                .map(words::of).toList();
        var table = new TableDownload<VerificationRow>(request, "verifications-" + county, head, row -> cells(row, locale));
        try {
            table.send(response, after -> queue.piece(county, filter, after));
        } finally {
            trail.handedOut(new ListExport("verifications", county, filter.used(), table.rows()));
        }
    }

    private List<Object> cells(VerificationRow row, Locale locale) {
        return Arrays.asList(row.no(), row.name(), row.creditCode(), words.of("kind." + row.kind()),
                industries.division(row.industry()).map(industry -> industry.name(locale)).orElse(""), row.plannedStaff(),
                words.of("verification-state." + row.state()), row.dueOn());
    }
}
