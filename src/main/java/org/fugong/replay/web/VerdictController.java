package org.fugong.replay.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.replay.VerdictDifferences;
import org.fugong.replay.VerdictReplay;
import org.fugong.replay.VerdictRun;
import org.fugong.replay.VerdictRuns;
import org.fugong.web.NotFound;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Verdicts computed again: of the own county for an official, of the province for its admin. */
@Controller
@RequestMapping({"/desk/verdicts", "/admin/verdicts"})
class VerdictController {

    private static final int RUNS = 20;
    private static final int LINES = 50;

    private final VerdictReplay replay;
    private final VerdictRuns runs;
    private final VerdictDifferences differences;
    private final Accounts accounts;

    VerdictController(VerdictReplay replay, VerdictRuns runs, VerdictDifferences differences, Accounts accounts) {
        this.replay = replay;
        this.runs = runs;
        this.differences = differences;
        this.accounts = accounts;
    }

    @GetMapping
    String runs(Actor actor, Model model) {
        var latest = runs.findByScopeOrderByIdDesc(actor.scope(), Limit.of(RUNS));
        model.addAttribute("runs", latest).addAttribute("names", names(latest)).addAttribute("base", base(actor))
                .addAttribute("underWay", latest.stream().anyMatch(run -> run.finishedAt() == null));
        return "replay/verdicts";
    }

    @PostMapping
    String ask(Actor actor) {
        return "redirect:" + base(actor) + "/" + replay.ask(actor).id();
    }

    @GetMapping("/{id:\\d{1,18}}")
    String run(@PathVariable long id, @RequestParam(defaultValue = "0") String after, Actor actor, Model model) {
        var run = runs.findByIdAndScope(id, actor.scope()).orElseThrow(NotFound::new);
        var lines = differences.page(id, after.matches("\\d{1,18}") ? Long.parseLong(after) : 0, LINES + 1);
        model.addAttribute("run", run).addAttribute("names", names(List.of(run))).addAttribute("base", base(actor))
                .addAttribute("lines", lines.stream().limit(LINES).toList())
                .addAttribute("next", lines.size() > LINES ? lines.get(LINES - 1).id() : null);
        return "replay/verdict-run";
    }

    private static String base(Actor actor) {
        return actor.role() == Role.OFFICIAL ? "/desk/verdicts" : "/admin/verdicts";
    }

    private Map<Long, String> names(Collection<VerdictRun> runs) {
        return accounts.findByIdIn(runs.stream().map(VerdictRun::askedBy).filter(Objects::nonNull).toList()).stream()
                .collect(Collectors.toMap(Account::id, Account::name));
    }
}
