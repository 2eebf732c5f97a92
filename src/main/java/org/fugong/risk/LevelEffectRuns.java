package org.fugong.risk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The progress of the effects of each change of level, kept in the transaction of every piece that is done. */
@Component
public class LevelEffectRuns {

    private final JdbcClient jdbc;

    LevelEffectRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The effects of a change in the order in which they are done; empty until it has taken effect. */
    public List<LevelEffectRun> of(long changeId) {
        return jdbc.sql("select * from level_effect_run where change_id = ? order by step").param(changeId)
                .query((row, n) -> new LevelEffectRun(row.getString("effect"), row.getInt("expected"), row.getInt("done"),
                        instant(row.getObject("started_at", OffsetDateTime.class)),
                        instant(row.getObject("finished_at", OffsetDateTime.class)), row.getBoolean("overtaken")))
                .list();
    }

    void begin(long changeId, int step, String effect, int expected, Instant now) {
        jdbc.sql("insert into level_effect_run (change_id, step, effect, expected, done, started_at) values (?, ?, ?, ?, 0, ?)")
                .params(changeId, step, effect, expected, at(now)).update();
    }

    /** The effect that is to be gone on with. */
    Optional<String> unfinished(long changeId) {
        return jdbc.sql("select effect from level_effect_run where change_id = ? and finished_at is null order by step limit 1")
                .param(changeId).query(String.class).optional();
    }

    void advance(long changeId, String effect, int done) {
        jdbc.sql("update level_effect_run set done = done + ? where change_id = ? and effect = ?").params(done, changeId, effect).update();
    }

    void finish(long changeId, String effect, Instant now) {
        jdbc.sql("update level_effect_run set finished_at = ? where change_id = ? and effect = ?").params(at(now), changeId, effect)
                .update();
    }

    void overtake(long changeId, Instant now) {
        jdbc.sql("update level_effect_run set finished_at = ?, overtaken = true where change_id = ? and finished_at is null")
                .params(at(now), changeId).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }
}
