package org.fugong.replay;

import java.util.List;
import org.fugong.filing.FilingKind;
import org.fugong.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that a recomputation of verdicts reads, piece by piece. */
@Component
class VerdictRows {

    private final JdbcClient jdbc;
    private final Regions regions;

    VerdictRows(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    /** Whoever asks for the same scope at once waits here, and then finds what the other has begun. */
    void oneAfterAnother(String scope) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('verdict_run'), hashtext(?))").param(scope).query((row, n) -> 0).single();
    }

    int count(String scope) {
        return jdbc.sql("select count(*) from filing where %s = ? and state <> 'DRAFT'".formatted(column(scope))).param(scope)
                .query(Integer.class).single();
    }

    /** The next filings of a county or province after an id. */
    List<StoredFiling> submitted(String scope, long after, int atMost) {
        return jdbc.sql("""
                select id, no, county, kind, list_id, adaptation_id, facts, answers, findings from filing
                where %s = ? and state <> 'DRAFT' and id > ? order by id limit ?""".formatted(column(scope)))
                .params(scope, after, atMost)
                .query((row, n) -> new StoredFiling(row.getLong("id"), row.getString("no"), row.getString("county"),
                        FilingKind.valueOf(row.getString("kind")),
                        row.getObject("list_id", Long.class), row.getObject("adaptation_id", Long.class),
                        row.getString("facts"), row.getString("answers"), row.getString("findings")))
                .list();
    }

    private String column(String scope) {
        return regions.county(scope).isPresent() ? "county" : "province";
    }
}
