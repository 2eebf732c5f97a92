package org.fugong.condition.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fugong.condition.ListVersion;
import org.fugong.risk.RiskLevel;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All versions of a province's lists, without what they contain. */
@Component
class ListOverview {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    ListOverview(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A version in the overview; a draft takes effect at no moment yet. */
    record Version(long id, RiskLevel level, int version, ListVersion.Status status, int items, Instant effectiveAt, String basis) {

        public boolean draft() {
            return effectiveAt == null;
        }

        public String style() {
            return switch (status) {
                case IN_FORCE -> "tag-met";
                case SUPERSEDED -> "tag-plain";
                case DRAFT, ASKED, SCHEDULED -> "tag-due";
            };
        }
    }

    /** The versions for each level, the newest first. */
    Map<RiskLevel, List<Version>> of(String province) {
        var versions = jdbc.query("""
                select id, level, version, state = 'DRAFT' draft, asked_at is not null asked, items, effective_at, basis,
                       coalesce(max(version) filter (where state = 'PUBLISHED' and effective_at <= ?) over (partition by level), 0) in_force
                from condition_list where province = ? order by version desc""", ListOverview::version,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), province);
        return Arrays.stream(RiskLevel.values()).collect(Collectors.toMap(Function.identity(),
                level -> versions.stream().filter(version -> version.level() == level).toList(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Version version(ResultSet row, int n) throws SQLException {
        var version = row.getInt("version");
        var draft = row.getBoolean("draft");
        return new Version(row.getLong("id"), RiskLevel.valueOf(row.getString("level")), version,
                draft ? ListVersion.Status.ofDraft(row.getBoolean("asked")) : ListVersion.Status.of(version, row.getInt("in_force")),
                row.getInt("items"), draft ? null : row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getString("basis"));
    }
}
