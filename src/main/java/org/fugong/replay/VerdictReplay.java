package org.fugong.replay;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.job.Job;
import org.fugong.job.Jobs;
import org.fugong.rule.RuleException;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Computes again what the rules found in every filing of a county or province, and keeps where that is not what was kept. */
@Component
public class VerdictReplay implements Job {

    private static final int PIECE = 500;

    private final VerdictRuns runs;
    private final VerdictRows rows;
    private final VerdictDifferences differences;
    private final CountyLists lists;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Clock clock;

    VerdictReplay(VerdictRuns runs, VerdictRows rows, VerdictDifferences differences, CountyLists lists, Jobs jobs,
            JsonMapper json, Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.differences = differences;
        this.lists = lists;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** A filing and what differs in it. */
    record Compared(StoredFiling filing, List<Discrepancy> discrepancies) {

        boolean differs() {
            return discrepancies.stream().anyMatch(discrepancy -> discrepancy.what().grave());
        }

        boolean reworded() {
            return !discrepancies.isEmpty() && !differs();
        }
    }

    /** Has it done in the background; where it is under way already, that is it. */
    @Transactional
    public VerdictRun ask(Actor actor) {
        if (actor.role() != Role.OFFICIAL && actor.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
        var run = begin(actor.scope(), actor);
        jobs.at(name(), String.valueOf(run.id()), clock.instant());
        return run;
    }

    /** The run that is under way for a scope, or a new one. */
    @Transactional
    VerdictRun begin(String scope, Actor actor) {
        rows.oneAfterAnother(scope);
        return runs.findByScopeAndFinishedAtIsNull(scope)
                .orElseGet(() -> runs.save(runs.saveAndFlush(new VerdictRun(scope, actor, clock.instant())).asked()));
    }

    @Override
    public String name() {
        return "verdict-replay";
    }

    @Override
    @Transactional
    public boolean step(String id) {
        var run = runs.findForUpdateById(Long.parseLong(id)).filter(one -> one.finishedAt() == null).orElse(null);
        if (run == null) {
            return false;
        }
        if (run.filings() == null) {
            runs.save(run.expect(rows.count(run.scope())));
            return true;
        }
        var filings = rows.submitted(run.scope(), run.lastId(), PIECE);
        var applied = lists(filings);
        var compared = filings.parallelStream().map(filing -> compare(filing, applied)).filter(one -> !one.discrepancies().isEmpty())
                .toList();
        differences.keep(run.id(), compared);
        if (!filings.isEmpty()) {
            run.advance(filings.getLast().id(), filings.size(), (int) compared.stream().filter(Compared::differs).count(),
                    (int) compared.stream().filter(Compared::reworded).count());
        }
        runs.save(filings.size() < PIECE ? run.finish(clock.instant()) : run);
        return filings.size() == PIECE;
    }

    private record Applied(Long listId, Long adaptationId) {

        static Applied to(StoredFiling filing) {
            return new Applied(filing.listId(), filing.adaptationId());
        }
    }

    /** Before the filings are judged side by side, because loading a list takes a connection. */
    private Map<Applied, CountyList> lists(List<StoredFiling> filings) {
        var applied = new HashMap<Applied, CountyList>();
        filings.stream().filter(filing -> filing.kind().conditions()).forEach(filing -> applied.computeIfAbsent(Applied.to(filing), key -> {
            try {
                return lists.of(key.listId(), key.adaptationId(), filing.county());
            } catch (RuleException | JacksonException e) {
                return null;
            }
        }));
        return applied;
    }

    private Compared compare(StoredFiling filing, Map<Applied, CountyList> applied) {
        var list = applied.get(Applied.to(filing));
        if (filing.kind().conditions() && list == null) {
            return new Compared(filing, List.of(Discrepancy.unreadable()));
        }
        try {
            return new Compared(filing, Discrepancy.between(filing.kept(json), filing.judged(list, json)));
        } catch (RuntimeException e) {
            // whatever has been done to the row, the others are still to be looked at
            return new Compared(filing, List.of(Discrepancy.unreadable()));
        }
    }
}
