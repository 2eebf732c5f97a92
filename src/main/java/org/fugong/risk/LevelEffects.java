package org.fugong.risk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.fugong.job.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Does what follows from a change of level, when it takes effect: one effect after the other, a piece at a time, with the
 * progress kept in the transaction of the piece, so that whoever goes on after a kill does nothing twice.
 */
@Component
public class LevelEffects implements Job {

    /** Few enough that a piece takes a moment, because it holds the level of the county meanwhile. */
    private static final int PIECE = 200;

    private final RiskLevelChanges changes;
    private final LevelEffectRuns runs;
    private final ObjectProvider<LevelEffect> effects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LevelEffects(RiskLevelChanges changes, LevelEffectRuns runs, ObjectProvider<LevelEffect> effects, ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.runs = runs;
        this.effects = effects;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "level-effects";
    }

    /** The effects that follow from a transition, in the order in which they are done; also for one that is only thought of. */
    public List<LevelEffect> of(LevelTransition transition) {
        return transition.changes() ? effects.orderedStream().filter(effect -> effect.follows(transition)).toList() : List.of();
    }

    @Override
    public boolean step(String changeId) {
        var change = changes.findById(Long.valueOf(changeId)).orElseThrow();
        // one piece at a time, and nobody files under the old level meanwhile
        changes.lock(change.county());
        var now = clock.instant();
        var transition = transition(change);
        if (runs.of(change.id()).isEmpty()) {
            return begin(transition, now);
        }
        return runs.unfinished(change.id()).map(effect -> goOn(transition, effect, now)).orElse(false);
    }

    private boolean begin(LevelTransition transition, Instant now) {
        int step = 0;
        for (var effect : of(transition)) {
            runs.begin(transition.changeId(), ++step, effect.name(), effect.count(transition), now);
        }
        return step > 0;
    }

    private boolean goOn(LevelTransition transition, String name, Instant now) {
        var latest = changes.findFirstByCountyAndEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(transition.county(), now)
                .orElseThrow();
        if (latest.id() != transition.changeId()) {
            runs.overtake(transition.changeId(), now);
            events.publishEvent(new LevelEffectCompleted.Overtaken(transition, latest.id(), runs.of(transition.changeId())));
            return false;
        }
        var effect = effects.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        int done = effect.apply(transition, PIECE);
        if (done > 0) {
            runs.advance(transition.changeId(), name, done);
        } else {
            runs.finish(transition.changeId(), name, now);
        }
        if (runs.unfinished(transition.changeId()).isPresent()) {
            return true;
        }
        events.publishEvent(new LevelEffectCompleted.Finished(transition, runs.of(transition.changeId())));
        return false;
    }

    LevelTransition transition(RiskLevelChange change) {
        return new LevelTransition(change.id(), change.county(), changes.before(change.county(), change.effectiveAt(), change.id())
                .map(RiskLevelChange::level).orElse(null), change.level(), change.effectiveAt());
    }
}
