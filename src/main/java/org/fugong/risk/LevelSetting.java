package org.fugong.risk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the level of a county as an admin has confirmed it: with what it is going to touch, and the figures it rests on. */
@Component
public class LevelSetting {

    private final RiskLevels levels;
    private final LevelForesight foresight;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    LevelSetting(RiskLevels levels, LevelForesight foresight, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.levels = levels;
        this.foresight = foresight;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Sets a level unless it was overtaken.
     *
     * @param correction whether it puts right the level of a time that has passed
     * @param figures {@code null} where none were given
     * @param seen the id of the newest change when the decision was made, {@code null} where there was none
     */
    @Transactional
    public RiskLevelChange set(String county, RiskLevel level, Instant effectiveAt, boolean correction, String notice,
            CaseFigures figures, Actor author, Long seen) {
        var change = correction
                ? levels.correct(county, level, effectiveAt, notice, author, seen)
                : levels.setUnlessOvertaken(county, level, effectiveAt, notice, author, seen);
        if (figures != null) {
            jdbc.sql("insert into case_figures (change_id, fresh, cumulative, cluster) values (?, ?, ?, ?)")
                    .params(change.id(), figures.fresh(), figures.cumulative(), figures.cluster()).update();
        }
        events.publishEvent(new Foreseen(county, change.id(), foresight.keep(change), figures));
        return change;
    }

    /** The figures that were given with a change. */
    @Transactional(readOnly = true)
    public Optional<CaseFigures> figures(long changeId) {
        return jdbc.sql("select fresh, cumulative, cluster from case_figures where change_id = ?").param(changeId)
                .query(CaseFigures.class).optional();
    }

    /** What a change was going to touch when it was confirmed, and the figures it rests on. */
    public record Foreseen(String county, long changeId, List<LevelForesight.Foreseen> effects, CaseFigures figures) implements Audited {
        @Override
        public String action() {
            return "risk-level.foreseen";
        }

        @Override
        public String subject() {
            return "county:" + county;
        }

        @Override
        public Map<String, Object> after() {
            var after = new HashMap<String, Object>(Map.of("change", changeId, "foreseen", effects.stream()
                    .collect(Collectors.toMap(LevelForesight.Foreseen::effect, LevelForesight.Foreseen::count))));
            if (figures != null) {
                after.put("figures", figures);
            }
            return after;
        }
    }
}
