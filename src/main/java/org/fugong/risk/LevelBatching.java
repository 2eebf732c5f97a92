package org.fugong.risk;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes the levels of many counties and, once somebody has looked, sets them all in one transaction. */
@Component
public class LevelBatching {

    private final LevelBatches batches;
    private final RiskLevelChanges changes;
    private final LevelSetting setting;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LevelBatching(LevelBatches batches, RiskLevelChanges changes, LevelSetting setting, JdbcClient jdbc,
            ApplicationEventPublisher events, Clock clock) {
        this.batches = batches;
        this.changes = changes;
        this.setting = setting;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A line of a batch cannot be set any more: its county has had another change since, or its time has passed. */
    public record Stale(LevelBatchReading.Line line, boolean passed) {
    }

    /** Nothing of the batch was set. */
    public static class Overtaken extends RuntimeException {
    }

    @Transactional
    public LevelBatch propose(List<LevelBatchReading.Line> lines, Actor author) {
        require(author);
        var seen = new HashMap<String, Long>();
        lines.forEach(line -> newest(line.county(), seen));
        var ordered = lines.stream().sorted(Comparator.comparing(LevelBatchReading.Line::county)
                .thenComparing(LevelBatchReading.Line::effectiveAt, Comparator.nullsFirst(Comparator.naturalOrder()))).toList();
        var batch = batches.saveAndFlush(new LevelBatch(new LevelBatch.Proposal(ordered, seen), author, clock.instant()));
        events.publishEvent(new LevelBatch.Proposed(batch.id(), ordered.size()));
        return batch;
    }

    @Transactional(readOnly = true)
    public LevelBatch of(Actor actor, long id) {
        require(actor);
        return batches.findByIdAndProvince(id, actor.scope()).orElseThrow(NotFound::new);
    }

    /** The newest batches of the actor's province, before one of them. */
    @Transactional(readOnly = true)
    public List<LevelBatch> page(Actor actor, long before, int size) {
        require(actor);
        return batches.findByProvinceAndIdLessThanOrderByIdDesc(actor.scope(), before, Limit.of(size));
    }

    /** What stands in the way of confirming a batch. */
    @Transactional(readOnly = true)
    public List<Stale> stale(LevelBatch batch) {
        var now = clock.instant();
        var newest = new HashMap<String, Long>();
        return batch.lines().stream().map(line -> new Stale(line, line.effectiveAt() != null && !line.effectiveAt().isAfter(now)))
                .filter(stale -> stale.passed()
                        || !Objects.equals(newest(stale.line().county(), newest), batch.seen(stale.line().county())))
                .toList();
    }

    /**
     * Sets every level of a batch, or none.
     *
     * @throws Overtaken where a county has had another change since the upload, or a time has passed
     */
    @Transactional
    public LevelBatch confirm(long id, Actor actor) {
        var batch = of(actor, id);
        if (batch.confirmed()) {
            return batch;
        }
        // by code, so that two who confirm at once do not wait for each other
        batch.lines().stream().map(LevelBatchReading.Line::county).distinct().sorted().forEach(changes::lock);
        if (!stale(batch).isEmpty()) {
            throw new Overtaken();
        }
        var now = clock.instant();
        var confirmed = batches.saveAndFlush(batch.confirm(actor, now));
        var newest = new HashMap<String, Long>();
        for (var line : batch.lines()) {
            var change = setting.set(line.county(), line.level(), line.effectiveAt() == null ? now : line.effectiveAt(), false,
                    line.notice(),
                    null, actor, newest(line.county(), newest));
            newest.put(line.county(), change.id());
            jdbc.sql("insert into level_batch_change (change_id, batch_id) values (?, ?)").params(change.id(), id).update();
        }
        return confirmed;
    }

    /** The changes that a batch became, in the order of its lines. */
    @Transactional(readOnly = true)
    public List<RiskLevelChange> changes(LevelBatch batch) {
        return jdbc.sql("select change_id from level_batch_change where batch_id = ? order by change_id").param(batch.id())
                .query(Long.class).list().stream().map(change -> changes.findById(change).orElseThrow()).toList();
    }

    private Long newest(String county, Map<String, Long> known) {
        if (!known.containsKey(county)) {
            known.put(county, changes.findFirstByCountyOrderByIdDesc(county).map(RiskLevelChange::id).orElse(null));
        }
        return known.get(county);
    }

    private static void require(Actor actor) {
        if (actor.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
    }
}
