package org.fugong.risk.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.LevelBatch;
import org.fugong.risk.LevelBatchReading;
import org.fugong.risk.LevelBatching;
import org.fugong.risk.LevelForesight;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevelChange;
import org.springframework.stereotype.Component;

/** A batch as its page shows it: before it is confirmed what each line would touch, afterwards how far each has come. */
@Component
class LevelBatchPages {

    private final LevelBatching batching;
    private final LevelForesight foresight;
    private final Regions regions;
    private final Clock clock;

    LevelBatchPages(LevelBatching batching, LevelForesight foresight, Regions regions, Clock clock) {
        this.batching = batching;
        this.foresight = foresight;
        this.regions = regions;
        this.clock = clock;
    }

    /** A line that is proposed, from which level it leads, and why it can no longer be set, if so. */
    record Proposed(LevelBatchReading.Line line, County county, RiskLevel from, List<LevelForesight.Foreseen> effects,
            LevelBatching.Stale stale) {
    }

    /** A change that was set. */
    record Done(RiskLevelChange change, County county, List<LevelForesight.Compared> effects) {

        /** Whether nothing of it is left to be done. */
        public boolean finished(Instant now) {
            return !change.effectiveAt().isAfter(now) && effects.stream().allMatch(LevelForesight.Compared::finished);
        }
    }

    List<Proposed> proposed(LevelBatch batch) {
        var stale = batching.stale(batch).stream().collect(Collectors.toMap(LevelBatching.Stale::line, one -> one));
        var last = new HashMap<String, RiskLevel>();
        return batch.lines().stream().map(line -> {
            var at = line.effectiveAt() == null ? clock.instant() : line.effectiveAt();
            var transition = foresight.transition(line.county(), line.level(), at);
            // an earlier line of the same county comes before it
            var from = last.getOrDefault(line.county(), transition.from());
            last.put(line.county(), line.level());
            return new Proposed(line, county(line.county()), from,
                    foresight.of(new LevelTransition(0, line.county(), from, line.level(), at)), stale.get(line));
        }).toList();
    }

    /** How many each effect would touch in all. */
    static Map<String, Integer> total(List<Proposed> lines) {
        var total = new LinkedHashMap<String, Integer>();
        lines.forEach(line -> line.effects().forEach(effect -> total.merge(effect.effect(), effect.count(), Integer::sum)));
        return total;
    }

    List<Done> done(LevelBatch batch) {
        return batching.changes(batch).stream()
                .map(change -> new Done(change, county(change.county()), foresight.compared(change.id()))).toList();
    }

    private County county(String code) {
        return regions.county(code).orElseThrow();
    }
}
