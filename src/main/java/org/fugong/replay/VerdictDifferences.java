package org.fugong.replay;

import java.util.List;
import org.fugong.rule.Finding;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where recomputed verdicts are not those that were kept; the caller has made sure that the reader may see the run. */
@Component
public class VerdictDifferences {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    VerdictDifferences(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** One difference in one filing; of a finding that is not there, null. */
    public record Line(long id, String no, String county, String code, Discrepancy.Kind what, Finding kept, Finding computed) {
    }

    private record Kept(StoredFiling filing, Discrepancy discrepancy) {
    }

    void keep(long run, List<VerdictReplay.Compared> compared) {
        var lines = compared.stream().flatMap(one -> one.discrepancies().stream().map(discrepancy -> new Kept(one.filing(), discrepancy)))
                .toList();
        batches.batchUpdate("""
                insert into verdict_difference (run_id, filing_id, no, county, code, what, kept, computed)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""", lines, AT_ONCE, (row, line) -> {
            row.setLong(1, run);
            row.setLong(2, line.filing.id());
            row.setString(3, line.filing.no());
            row.setString(4, line.filing.county());
            row.setString(5, line.discrepancy.code());
            row.setString(6, line.discrepancy.what().name());
            row.setString(7, json.writeValueAsString(line.discrepancy.kept()));
            row.setString(8, json.writeValueAsString(line.discrepancy.computed()));
        });
    }

    /** The differences of a run after an id, in the order in which they were found. */
    public List<Line> page(long run, long after, int atMost) {
        return jdbc.sql("""
                select id, no, county, code, what, kept, computed from verdict_difference
                where run_id = ? and id > ? order by id limit ?""")
                .params(run, after, atMost)
                .query((row, n) -> new Line(row.getLong("id"), row.getString("no"), row.getString("county"), row.getString("code"),
                        Discrepancy.Kind.valueOf(row.getString("what")), json.readValue(row.getString("kept"), Finding.class),
                        json.readValue(row.getString("computed"), Finding.class)))
                .list();
    }
}
