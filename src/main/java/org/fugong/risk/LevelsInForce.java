package org.fugong.risk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The levels of counties at a moment, read without their changes: almost every page asks for one. */
@Component
class LevelsInForce {

    private final JdbcTemplate jdbc;
    private final RiskSettings settings;

    LevelsInForce(JdbcTemplate jdbc, RiskSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Keeps who would set the level of a county waiting until this transaction ends, and not others who only rely on it. */
    void hold(String county) {
        jdbc.queryForList("select code from county where code = ? for share", String.class, county);
    }

    /** One level for each county that has had one by then. */
    List<CountyLevel> at(Collection<String> counties, Instant when) {
        return jdbc.query("""
                select distinct on (county) county, level, effective_at, notice from risk_level_change
                where county = any (?) and effective_at <= ? order by county, effective_at desc, id desc""",
                (row, n) -> {
                    var level = RiskLevel.valueOf(row.getString("level"));
                    return new CountyLevel(row.getString("county"), level, settings.regime(level),
                            row.getObject("effective_at", OffsetDateTime.class).toInstant(), row.getString("notice"));
                }, counties.toArray(String[]::new), OffsetDateTime.ofInstant(when, ZoneOffset.UTC));
    }

    /** The latest change of each county until a moment, leaving out those that set a level once more. */
    List<RiskLevels.Latest> latest(Collection<String> counties, Instant until) {
        return jdbc.query("""
                select distinct on (county) id, county, before, level, effective_at, greatest(effective_at, recorded_at) known
                from (select *, lag(level) over (partition by county order by effective_at, id) before
                      from risk_level_change where county = any (?) and effective_at <= ?) course
                where before <> level order by county, effective_at desc, id desc""",
                (row, n) -> new RiskLevels.Latest(new LevelTransition(row.getLong("id"), row.getString("county"),
                        RiskLevel.valueOf(row.getString("before")), RiskLevel.valueOf(row.getString("level")),
                        row.getObject("effective_at", OffsetDateTime.class).toInstant()),
                        row.getObject("known", OffsetDateTime.class).toInstant()),
                counties.toArray(String[]::new), OffsetDateTime.ofInstant(until, ZoneOffset.UTC));
    }
}
