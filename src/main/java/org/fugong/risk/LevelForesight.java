package org.fugong.risk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a change of level is going to touch: seen before it is confirmed, kept with it, compared with what was done. */
@Component
public class LevelForesight {

    /** How many an effect would touch, or was expected to. */
    public record Foreseen(String effect, int count) {
    }

    /** How many an effect would touch, the first of them, and what that one would be told, {@code null} where there is none. */
    public record Preview(String effect, int count, List<AffectedSubject> first, List<String> told) {
    }

    /** What was foreseen of an effect, {@code null} where nothing was, and how far it has come, {@code null} where it has not begun. */
    public record Compared(String effect, Integer foreseen, Integer done, boolean finished, boolean overtaken) {
    }

    private final LevelEffects effects;
    private final LevelEffectRuns runs;
    private final RiskLevelChanges changes;
    private final JdbcClient jdbc;

    LevelForesight(LevelEffects effects, LevelEffectRuns runs, RiskLevelChanges changes, JdbcClient jdbc) {
        this.effects = effects;
        this.runs = runs;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /** The transition that a level would be if it took effect at a moment. */
    @Transactional(readOnly = true)
    public LevelTransition transition(String county, RiskLevel level, Instant at) {
        var from = changes.findFirstByCountyAndEffectiveAtLessThanEqualOrderByEffectiveAtDescIdDesc(county, at)
                .map(RiskLevelChange::level).orElse(null);
        return new LevelTransition(0, county, from, level, at);
    }

    /** What a transition would do now, in the order in which it is done. */
    @Transactional(readOnly = true)
    public List<Foreseen> of(LevelTransition transition) {
        return effects.of(transition).stream().map(effect -> new Foreseen(effect.name(), effect.count(transition))).toList();
    }

    /** The same with the first ones by name, and what firms would be told. */
    @Transactional(readOnly = true)
    public List<Preview> previews(LevelTransition transition, int shown) {
        return effects.of(transition).stream().map(effect -> {
            var first = effect.touched(transition, 0, shown);
            return new Preview(effect.name(), effect.count(transition), first,
                    first.isEmpty() ? null : effect.told(transition, first.getFirst().what()));
        }).toList();
    }

    /** Those that one effect of a transition would touch, by id, after one of them; none where it does not follow. */
    @Transactional(readOnly = true)
    public List<AffectedSubject> touched(LevelTransition transition, String effect, long after, int atMost) {
        return effects.of(transition).stream().filter(one -> one.name().equals(effect)).findFirst()
                .map(one -> one.touched(transition, after, atMost)).orElse(List.of());
    }

    /** What the firm of one of them would be told: the arguments of the text {@code notice.<effect>}. */
    public List<String> told(LevelTransition transition, String effect, AffectedSubject one) {
        return effects.of(transition).stream().filter(each -> each.name().equals(effect)).findFirst().orElseThrow().told(transition,
                one.what());
    }

    /** Keeps what a change is going to do, as it is at this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Foreseen> keep(RiskLevelChange change) {
        var foreseen = of(effects.transition(change));
        foreseen.forEach(one -> jdbc.sql("insert into level_foresight (change_id, effect, foreseen) values (?, ?, ?)")
                .params(change.id(), one.effect(), one.count()).update());
        return foreseen;
    }

    /** What was foreseen of a change beside what has been done. */
    @Transactional(readOnly = true)
    public List<Compared> compared(long changeId) {
        Map<String, LevelEffectRun> begun = runs.of(changeId).stream().collect(Collectors.toMap(LevelEffectRun::effect, run -> run));
        return jdbc.sql("""
                select effect, foreseen from level_foresight full join level_effect_run using (change_id, effect)
                where change_id = ? order by step, effect""").param(changeId)
                .query((row, n) -> {
                    var run = Optional.ofNullable(begun.get(row.getString("effect")));
                    return new Compared(row.getString("effect"), row.getObject("foreseen", Integer.class),
                            run.map(LevelEffectRun::done).orElse(null), run.filter(one -> one.finishedAt() != null).isPresent(),
                            run.filter(LevelEffectRun::overtaken).isPresent());
                }).list();
    }
}
