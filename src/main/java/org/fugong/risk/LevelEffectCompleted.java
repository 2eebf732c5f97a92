package org.fugong.risk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.audit.Audited;

/** What became of the effects of a change of level, traced under its county with what was done. */
sealed interface LevelEffectCompleted extends Audited {

    LevelTransition transition();

    List<LevelEffectRun> runs();

    @Override
    default String subject() {
        return "county:" + transition().county();
    }

    @Override
    default String county() {
        return transition().county();
    }

    @Override
    default Map<String, Object> after() {
        return Map.of("change", transition().changeId(), "level", transition().to(),
                "done", runs().stream().collect(Collectors.toMap(LevelEffectRun::effect, LevelEffectRun::done)));
    }

    /** Everything that follows has been done. */
    record Finished(LevelTransition transition, List<LevelEffectRun> runs) implements LevelEffectCompleted {
        @Override
        public String action() {
            return "risk-level.took-effect";
        }
    }

    /** A later change took effect first, so what was left is left to that one. */
    record Overtaken(LevelTransition transition, long by, List<LevelEffectRun> runs) implements LevelEffectCompleted {
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
