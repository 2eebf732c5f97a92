package org.fugong.draw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fugong.draw.recomputation.DrawnFirm;
import org.fugong.draw.recomputation.Seed;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The draws, which are public but for the seeds of those that are not revealed. */
@Component
public class Draws {

    private static final int SIZE = 20;

    private static final String READ = """
            select id, no, county, state, rule, head, firms, pool_hash, seed_hash, announced_at, reveal_at, revealed_at, cancelled_at,
                cancel_reason
            from draw\s""";

    private static final String RESULT = """
            select r.seq, f.stratum, r.place, r.no, f.name, r.value, r.inspectors, r.course, r.verification_id
            from draw_result r join draw_firm f using (draw_id, no) where draw_id = ? and\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Draws(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Draw> findByNo(String no) {
        return jdbc.sql(READ + "where no = ?").param(no).query(this::draw).optional();
    }

    /** The newest first; of a county, or null for all. */
    @Transactional(readOnly = true)
    public Page<Draw> page(String county, Cursor cursor) {
        var read = jdbc.sql(READ + "where (cast(:county as text) is null or county = :county) and " + cursor.condition("announced_at", true)
                + " " + cursor.order("announced_at", true) + " limit :size")
                .param("county", county).param("first", cursor.first()).param("id", cursor.id()).param("size", SIZE + 1)
                .query(this::draw).list();
        return Page.cut(read, SIZE, cursor, draw -> Cursor.key(draw.announcedAt(), draw.id()));
    }

    /** What was drawn, some after one of them, in the order of the record. */
    public List<DrawResult> results(long draw, int after, int size) {
        return jdbc.sql(RESULT + "r.seq > ? order by r.seq limit ?").params(draw, after, size).query(Draws::result).list();
    }

    public int countResults(long draw) {
        return jdbc.sql("select count(*) from draw_result where draw_id = ?").param(draw).query(Integer.class).single();
    }

    /** Who the inspectors of a draw are, by their numbers, for the desk of the county. */
    public Map<String, String> inspectors(long draw) {
        var names = new HashMap<String, String>();
        jdbc.sql("select number, name from draw_inspector join account on account.id = account_id where draw_id = ?").param(draw)
                .query((row, n) -> names.put(row.getString(1), row.getString(2))).list();
        return names;
    }

    /** The seed of a draw that has been revealed. */
    public Optional<Seed> revealedSeed(long draw) {
        return jdbc.sql("select seed from draw where id = ? and state = 'REVEALED'").param(draw).query(String.class).optional()
                .map(Seed::new);
    }

    /** The row locked; empty where there is none. */
    Optional<Draw> findForUpdate(long id) {
        return jdbc.sql(READ + "where id = ? for update").param(id).query(this::draw).optional();
    }

    /** The seed before it is revealed, for what reveals it. */
    Seed secretSeed(long draw) {
        return new Seed(jdbc.sql("select seed from draw where id = ?").param(draw).query(String.class).single());
    }

    /** The next ones that have not been acted on. */
    List<DrawResult> left(long draw, int size) {
        return jdbc.sql(RESULT + "r.course is null order by r.seq limit ?").params(draw, size).query(Draws::result).list();
    }

    void insert(Draw draw, int year, int serial, Seed seed, long by) {
        jdbc.sql("""
                insert into draw (id, no, county, year, serial, state, rule, head, firms, pool_hash, seed_hash, seed, announced_at,
                    announced_by, reveal_at)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(draw.id(), draw.no(), draw.county(), year, serial, draw.state().name(), json.writeValueAsString(draw.rule()),
                        draw.head(), draw.firms(), draw.poolHash(), draw.seedHash(), seed.hex(), at(draw.announcedAt()), by,
                        at(draw.revealAt()))
                .update();
    }

    void reveal(long draw, List<DrawnFirm> drawn, Instant now) {
        jdbc.sql("update draw set state = 'REVEALED', revealed_at = ? where id = ?").params(at(now), draw).update();
        int seq = 0;
        for (var one : drawn) {
            jdbc.sql("insert into draw_result (draw_id, seq, place, no, value, inspectors) values (?, ?, ?, ?, ?, ?)")
                    .params(draw, ++seq, one.place(), one.firm().number(), one.value(), String.join(" ", one.inspectors())).update();
        }
    }

    void cancel(long draw, long by, String reason, Instant now) {
        jdbc.sql("update draw set state = 'CANCELLED', cancelled_at = ?, cancelled_by = ?, cancel_reason = ? where id = ?")
                .params(at(now), by, reason, draw).update();
    }

    void settle(long draw, int seq, DrawResult.Course course, Long verification) {
        jdbc.sql("update draw_result set course = ?, verification_id = ? where draw_id = ? and seq = ?")
                .param(course.name()).param(verification).param(draw).param(seq).update();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static DrawResult result(ResultSet row, int n) throws SQLException {
        var inspectors = row.getString("inspectors");
        var course = row.getString("course");
        return new DrawResult(row.getInt("seq"), row.getInt("stratum"), row.getInt("place"), row.getString("no"), row.getString("name"),
                row.getString("value"), inspectors.isEmpty() ? List.of() : List.of(inspectors.split(" ")),
                course == null ? null : DrawResult.Course.valueOf(course), row.getObject("verification_id", Long.class));
    }

    private Draw draw(ResultSet row, int n) throws SQLException {
        return new Draw(row.getLong("id"), row.getString("no"), row.getString("county"), Draw.State.valueOf(row.getString("state")),
                json.readValue(row.getString("rule"), DrawRule.class), row.getString("head"), row.getInt("firms"),
                row.getString("pool_hash"), row.getString("seed_hash"), instant(row, "announced_at"), instant(row, "reveal_at"),
                instant(row, "revealed_at"), instant(row, "cancelled_at"), row.getString("cancel_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
