package org.fugong.behalf.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.ListExport;
import org.fugong.audit.Trail;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.FilterBar;
import org.fugong.web.Listing;
import org.fugong.web.TableDownload;
import org.fugong.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What a county has entered for firms, page by page and as a table to download. */
@Controller
class EntryQueueController {

    private final EntryQueue queue;
    private final Dates dates;
    private final Words words;
    private final Trail trail;

    EntryQueueController(EntryQueue queue, Dates dates, Words words, Trail trail) {
        this.queue = queue;
        this.dates = dates;
        this.words = words;
        this.trail = trail;
    }

    @GetMapping(EntryFilter.ADDRESS)
    String entries(@ModelAttribute("filter") EntryFilter filter, @RequestParam(required = false) Long before, Actor actor, Model model) {
        var page = queue.page(actor, filter, before);
        model.addAttribute("rows", page.rows()).addAttribute("table", table(page.rows(), actor))
                .addAttribute("bar", FilterBar.at(EntryFilter.ADDRESS, "behalf.filters", filter.ignored())
                        .field(FilterBar.text("q", filter.q(), "col-12 col-md-4")))
                .addAttribute("first", before == null ? null : filter.link())
                .addAttribute("next", page.after() == null ? null : filter.link(page.after()));
        return "behalf/entries";
    }

    @GetMapping({EntryFilter.ADDRESS + "/export.csv", EntryFilter.ADDRESS + "/export.xlsx"})
    void export(@ModelAttribute EntryFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var head = Stream.of("desk.no", "desk.name", "desk.code", "desk.kind", "behalf.channel", "behalf.by", "desk.state", "behalf.at")
                .map(words::of).toList();
        var table = new TableDownload<EntryQueue.Row>(request, "behalf-" + actor.scope(), head, row -> Arrays.asList(row.no(), row.name(),
                row.creditCode(), words.of("kind." + row.kind()), words.of("entry-channel." + row.channel()), row.by(), state(row).state(),
                LocalDate.ofInstant(row.at(), Dates.ZONE)));
        try {
            table.send(response, before -> queue.piece(actor, filter, before));
        } finally {
            trail.handedOut(new ListExport("behalf", actor.scope(), filter.used(), table.rows()));
        }
    }

    private Listing.Table table(List<EntryQueue.Row> rows, Actor reader) {
        return new Listing<EntryQueue.Row>("behalf.title")
                .column("desk.no", row -> Cell.link(row.no() == null ? words.of("behalf.draft") : row.no(), place(row, reader)))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("desk.kind", row -> Cell.of(words.of("kind." + row.kind())))
                .column("behalf.channel", row -> Cell.of(words.of("entry-channel." + row.channel())))
                .column("behalf.by", row -> Cell.of(row.by()))
                .column("desk.state", row -> Cell.of(List.of(state(row))))
                .figures("behalf.at", row -> dates.day(row.at()))
                .table(rows);
    }

    private static String place(EntryQueue.Row row, Actor reader) {
        return row.no() != null && reader.role() == Role.OFFICIAL
                ? "/desk/filings/" + row.no()
                : EntryFilter.ADDRESS + "/" + row.id() + (row.no() == null ? "" : "/receipt");
    }

    private Cell.Tag state(EntryQueue.Row row) {
        return row.no() == null
                ? new Cell.Tag("tag-due", words.of("behalf.open"))
                : new Cell.Tag(row.claimed() ? "tag-met" : "tag-plain", words.of(row.claimed() ? "behalf.claimed" : "behalf.unclaimed"));
    }
}
