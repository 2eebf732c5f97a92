package org.fugong.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.audit.ListExport;
import org.fugong.audit.Trail;
import org.fugong.region.Regions;
import org.fugong.web.Dates;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The queue of requests as it is narrowed, whole, as a table to download, which says as little of who told them as the queue. */
@Controller
class RequestExportController {

    private final RequestQueue queue;
    private final Regions regions;
    private final Words words;
    private final Trail trail;

    RequestExportController(RequestQueue queue, Regions regions, Words words, Trail trail) {
        this.queue = queue;
        this.regions = regions;
        this.words = words;
        this.trail = trail;
    }

    @GetMapping({"/admin/requests/export.csv", "/admin/requests/export.xlsx"})
    void export(Actor actor, @ModelAttribute RequestFilter filter, Locale locale, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var head = Stream.of("desk.no", "report.unit", "report.demand", "desk.county", "requests.sent", "desk.state").map(words::of)
                .toList();
        var table = new TableDownload<RequestQueue.Row>(request, "requests-" + actor.scope(), head,
                row -> Stream.<Object>of(row.no(), row.unit(), words.of("demand." + row.demand()),
                        regions.name(row.county(), locale).orElse(""), LocalDate.ofInstant(row.sentAt(), Dates.ZONE),
                        words.of("requests.state." + (row.answered() ? RequestFilter.ANSWERED : RequestFilter.OPEN))).toList());
        try {
            table.send(response, after -> queue.piece(actor.scope(), filter, after));
        } finally {
            trail.handedOut(new ListExport("requests", null, filter.used(), table.rows()));
        }
    }
}
