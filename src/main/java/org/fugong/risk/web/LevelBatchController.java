package org.fugong.risk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.region.Regions;
import org.fugong.risk.LevelBatch;
import org.fugong.risk.LevelBatchReading;
import org.fugong.risk.LevelBatching;
import org.fugong.risk.LevelTables;
import org.fugong.web.CsvDownload;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The levels of many counties from one table, for the admin of a province: to upload, to look at, to confirm, to follow. */
@Controller
@RequestMapping("/admin/risk-levels/batches")
class LevelBatchController {

    private static final int PAGE = 20;

    private final LevelBatching batching;
    private final LevelTables tables;
    private final LevelBatchPages pages;
    private final Regions regions;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Clock clock;

    LevelBatchController(LevelBatching batching, LevelTables tables, LevelBatchPages pages, Regions regions, Accounts accounts,
            MessageSource messages, Clock clock) {
        this.batching = batching;
        this.tables = tables;
        this.pages = pages;
        this.regions = regions;
        this.accounts = accounts;
        this.messages = messages;
        this.clock = clock;
    }

    /** A batch in the list, and who uploaded it. */
    record Row(LevelBatch batch, String by) {
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "9223372036854775807") long before, Actor actor, Model model) {
        var batches = batching.page(actor, before, PAGE + 1);
        var shown = batches.stream().limit(PAGE).toList();
        var names = accounts.findByIdIn(shown.stream().map(LevelBatch::proposedBy).distinct().toList()).stream()
                .collect(Collectors.toMap(Account::id, Account::name));
        model.addAttribute("rows", shown.stream().map(batch -> new Row(batch, names.get(batch.proposedBy()))).toList());
        model.addAttribute("first", before == Long.MAX_VALUE);
        if (batches.size() > PAGE) {
            model.addAttribute("next", shown.getLast().id());
        }
        return "risk/batches";
    }

    /** The counties of the province, to be filled in; those that are left as they are keep their level. */
    @GetMapping("/template.csv")
    void template(Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        var head = Stream.of(LevelBatchReading.Column.values()).map(column -> messages.getMessage("batch.column." + column, null, locale))
                .toList();
        CsvDownload.write(response, "levels.csv", head, rows -> regions.within(actor.scope())
                .forEach(county -> rows.accept(List.of(county.code() + " " + county.name(locale), "", "", ""))));
    }

    @PostMapping
    String propose(@RequestParam(required = false) MultipartFile file, Actor actor, Model model) throws IOException {
        var binding = new BeanPropertyBindingResult(new Object(), "batch");
        if (file == null || file.isEmpty()) {
            binding.reject("batch.no-file");
        } else {
            var read = tables.read(file.getBytes(), actor.scope());
            if (read.problems().isEmpty()) {
                return "redirect:/admin/risk-levels/batches/" + batching.propose(read.lines(), actor).id();
            }
            binding.reject("batch.faulty", new Object[]{read.problems().size()}, null);
            model.addAttribute("problems", read.problems());
        }
        model.addAllAttributes(binding.getModel());
        return list(Long.MAX_VALUE, actor, model);
    }

    @GetMapping("/{id:\\d{1,18}}")
    String batch(@PathVariable long id, Actor actor, Model model) {
        var batch = batching.of(actor, id);
        model.addAttribute("batch", batch);
        model.addAttribute("by", accounts.findByIdIn(List.of(batch.proposedBy())).getFirst().name());
        if (batch.confirmed()) {
            var done = pages.done(batch);
            var now = clock.instant();
            model.addAttribute("done", done);
            model.addAttribute("finished", done.stream().filter(one -> one.finished(now)).count());
            return "risk/batch-progress";
        }
        var lines = pages.proposed(batch);
        model.addAttribute("lines", lines);
        model.addAttribute("total", LevelBatchPages.total(lines));
        model.addAttribute("stale", lines.stream().map(LevelBatchPages.Proposed::stale).anyMatch(Objects::nonNull));
        return "risk/batch";
    }

    @PostMapping("/{id:\\d{1,18}}/confirmation")
    String confirm(@PathVariable long id, Actor actor, Model model, HttpServletResponse response) {
        try {
            batching.confirm(id, actor);
            return "redirect:/admin/risk-levels/batches/" + id;
        } catch (LevelBatching.Overtaken e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return batch(id, actor, model);
        }
    }
}
