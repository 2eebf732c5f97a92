package org.fugong.obligation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.audit.ListExport;
import org.fugong.audit.Trail;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the firms of the official's county are asked to do, whole, as a table to download. */
@Controller
class DutyExportController {

    private final DutyQueue queue;
    private final Words words;
    private final Trail trail;

    DutyExportController(DutyQueue queue, Words words, Trail trail) {
        this.queue = queue;
        this.words = words;
        this.trail = trail;
    }

    @GetMapping({"/desk/obligations/export.csv", "/desk/obligations/export.xlsx"})
    void export(Actor actor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var head = Stream.of("desk.no", "desk.name", "desk.code", "duties.duty", "desk.due").map(words::of).toList();
        var table = new TableDownload<DutyQueue.Row>(request, "obligations-" + actor.scope(), head,
                row -> Arrays.asList(row.no(), row.name(), row.creditCode(), words.of("duty." + row.duty()), row.dueOn()));
        try {
            table.send(response, after -> queue.piece(actor.scope(), after));
        } finally {
            trail.handedOut(new ListExport("obligations", actor.scope(), Map.of(), table.rows()));
        }
    }
}
