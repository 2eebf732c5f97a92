package org.fugong.risk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.audit.Audited;

/** What became of the effects of a change of level, traced under its county with what was done. */
sealed interface LevelEffectCompleted extends Audited {

    LevelTransition shift();

    List<LevelEffectRun> runs();

    @Override
    default String subject() {
        return "county:" + shift().county();
    }

    @Override
    default String county() {
        return shift().county();
    }

    @Override
    default Map<String, Object> after() {
        return Map.of("change", shift().changeId(), "level", shift().to(),
                "done", runs().stream().collect(Collectors.toMap(LevelEffectRun::effect, LevelEffectRun::done)));
    }

    /** Everything that follows has been done. */
    record Finished(LevelTransition shift, List<LevelEffectRun> runs) implements LevelEffectCompleted {
        @Override
        public String action() {
            return "risk-level.took-effect";
        }
    }

    /** A later change took effect first, so what was left is left to that one. */
    record Overtaken(LevelTransition shift, long by, List<LevelEffectRun> runs) implements LevelEffectCompleted {
        @Override
        public String action() {
            return "risk-level.overtaken";
        }

        @Override
        public Map<String, Object> before() {
            return Map.of("overtakenBy", by);
        }
    }
}
