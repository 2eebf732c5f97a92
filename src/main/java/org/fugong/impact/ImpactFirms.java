package org.fugong.impact;

import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The firms that a change of a list touches, by what it changes for them; the caller has made sure that the reader may see the impact. */
@Component
public class ImpactFirms {

    private static final TypeReference<SortedMap<String, VerdictChange>> TURNS = new TypeReference<>() {
    };
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    ImpactFirms(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** A filing, or a draft (without a number), of a firm, and what changes for it. */
    public record Line(long id, String county, String no, String firm, String creditCode, SortedMap<String, VerdictChange> verdictChanges) {
    }

    /** Keeps those that something changes for. */
    void keep(long impact, String county, List<ComparedFiling> judged) {
        batches.batchUpdate("""
                insert into impact_firm (impact_id, county, filing_id, no, firm, credit_code, turns) values (?, ?, ?, ?, ?, ?, ?::jsonb)""",
                judged.stream().filter(one -> !one.verdictChanges().isEmpty()).toList(), AT_ONCE, (row, one) -> {
                    row.setLong(1, impact);
                    row.setString(2, county);
                    row.setLong(3, one.id());
                    row.setString(4, one.no());
                    row.setString(5, one.firm());
                    row.setString(6, one.creditCode());
                    row.setString(7, json.writeValueAsString(one.verdictChanges()));
                });
    }

    /** Those after an id, in the order of counties and filings; with a code only those whom that condition changes something for. */
    public List<Line> page(long impact, String code, long after, int atMost) {
        return jdbc
                .sql("""
                        select id, county, no, firm, credit_code, turns from impact_firm
                        where impact_id = :impact and id > :after and (cast(:code as text) is null or jsonb_exists(turns, :code))
                            order by id limit :rows""")
                .param("impact", impact).param("after", after).param("code", code).param("rows", atMost)
                .query((row, n) -> new Line(row.getLong("id"), row.getString("county"), row.getString("no"), row.getString("firm"),
                        row.getString("credit_code"), json.readValue(row.getString("turns"), TURNS)))
                .list();
    }
}
