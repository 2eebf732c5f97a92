package org.fugong.lookup.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.lookup.web.CountyChange.Edition;
import org.fugong.lookup.web.CountyChange.Kind;
import org.fugong.region.County;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that changed, or is to change, what a county asks, of what was published by a moment; drafts are nowhere in it. */
@Component
class CountyChanges {

    private static final int SIZE = 20;

    /** One identity for the three kinds, so that a page can be walked by moment and key. */
    private static final String ALL = """
            with level_change as (
                select * from risk_level_change where county = :county and recorded_at <= :known),
            published as (
                select id, level, version, effective_at, published_at, basis, reason from condition_list
                where province = :province and state = 'PUBLISHED' and published_at <= :known),
            adaptation as (
                select * from county_adaptation where county = :county and recorded_at <= :known),
            change as (
                select 'LEVEL' kind, id no, id * 3 id, level, null::int number, effective_at, recorded_at, notice basis, null reason,
                    (select before.level from level_change before where before.effective_at < it.effective_at
                     order by before.effective_at desc, before.id desc limit 1) level_before,
                    exists (select from level_change later where later.effective_at = it.effective_at and later.id > it.id) overtaken,
                    null::bigint list_from, null::int version_from, null::bigint adaptation_from, null::int revision_from,
                    null::bigint list_to, null::int version_to, null::bigint adaptation_to, null::int revision_to
                from level_change it
                union all
                select 'LIST', id, id * 3 + 1, level, version, effective_at, published_at, basis, reason, null,
                    exists (select from published later where later.level = it.level and later.version > it.version
                            and later.effective_at <= it.effective_at),
                    lag(id) over versions, lag(version) over versions, null, null, id, version, null, null
                from published it window versions as (partition by level order by version)
                union all
                select 'ADAPTATION', it.id, it.id * 3 + 2, it.level, it.revision, it.effective_at, it.recorded_at, list.basis,
                    it.reason, null,
                    exists (select from adaptation later where later.level = it.level and later.revision > it.revision
                            and later.effective_at <= it.effective_at),
                    list.id, list.version, before.id, before.revision, list.id, list.version, it.id, it.revision
                from adaptation it left join lateral (
                    select published.id, version, basis from published where published.level = it.level
                        and published.effective_at <= it.effective_at
                    order by version desc limit 1) list on true
                left join lateral (
                    select earlier.id, earlier.revision from adaptation earlier
                    where earlier.level = it.level and earlier.revision < it.revision and earlier.effective_at <= it.effective_at
                    order by earlier.revision desc limit 1) before on true)
            select * from change
            """;

    private final JdbcClient jdbc;

    CountyChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page, what takes effect last in front. */
    Page<CountyChange> page(County county, Cursor cursor, Instant known) {
        var parameters = parameters(county, known);
        parameters.put("first", cursor.first());
        parameters.put("id", cursor.id());
        parameters.put("size", SIZE + 1);
        var read = read(ALL + "where " + cursor.condition("effective_at", true) + " " + cursor.order("effective_at", true) + " limit :size",
                parameters);
        return Page.cut(read, SIZE, cursor, change -> Cursor.key(change.effectiveAt(), change.key()));
    }

    /** What was published last, whenever it takes effect. */
    List<CountyChange> newest(County county, Instant known) {
        return read(ALL + "order by recorded_at desc, id desc limit 50", parameters(county, known));
    }

    /** What takes effect after one moment and not after another. */
    List<CountyChange> within(County county, Instant after, Instant until, Instant known) {
        var parameters = parameters(county, known);
        parameters.put("after", time(after));
        parameters.put("until", time(until));
        return read(ALL + "where effective_at > :after and effective_at <= :until and not overtaken order by effective_at, id", parameters);
    }

    /** Every change of one kind, what takes effect first in front. */
    List<CountyChange> of(Kind kind, County county, Instant known) {
        var parameters = parameters(county, known);
        parameters.put("kind", kind.name());
        return read(ALL + "where kind = :kind order by effective_at, id", parameters);
    }

    private List<CountyChange> read(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters).query((row, n) -> change(row)).list();
    }

    private static CountyChange change(ResultSet row) throws SQLException {
        var before = row.getString("level_before");
        return new CountyChange(Kind.valueOf(row.getString("kind")), row.getLong("no"), row.getLong("id"),
                RiskLevel.valueOf(row.getString("level")),
                before == null ? null : RiskLevel.valueOf(before), row.getObject("number", Integer.class), instant(row, "effective_at"),
                instant(row, "recorded_at"), row.getString("basis"), row.getString("reason"), row.getBoolean("overtaken"),
                edition(row, "from"), edition(row, "to"));
    }

    private static Edition edition(ResultSet row, String side) throws SQLException {
        var list = row.getObject("list_" + side, Long.class);
        return list == null
                ? null
                : new Edition(list, row.getInt("version_" + side), row.getObject("adaptation_" + side, Long.class),
                        row.getObject("revision_" + side, Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, Object> parameters(County county, Instant known) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county.code());
        parameters.put("province", county.province());
        parameters.put("known", time(known));
        return parameters;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
