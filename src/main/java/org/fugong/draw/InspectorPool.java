package org.fugong.draw;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fugong.draw.recomputation.PoolInspector;
import org.fugong.inspection.Inspector;
import org.fugong.inspection.Inspectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may be sent to the firms of a pool: whose credential is valid on the day of the draw, with what they are recused from. */
@Component
class InspectorPool {

    private static final String RECUSED = """
            select i.account_id, d.no from inspector_interest i
                join draw_firm d on d.draw_id = :draw
                join enterprise e on e.id = d.enterprise_id
                join filing f on f.id = d.filing_id
            where i.withdrawn_at is null and i.account_id in (:accounts)
                and case i.kind when 'LEGAL_REPRESENTATIVE' then i.subject in (e.legal_representative, f.subject ->> 'legalRepresentative')
                    else i.subject = e.credit_code end""";

    private final Inspectors inspectors;
    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    InspectorPool(Inspectors inspectors, JdbcClient jdbc) {
        this.inspectors = inspectors;
        this.jdbc = jdbc;
    }

    /** How many there are by department. */
    Map<String, Integer> counts(String county, LocalDate day) {
        return inspectors.able(county, day).stream().collect(Collectors.toMap(Inspector::desk, one -> 1, Integer::sum, TreeMap::new));
    }

    /** How many officials of a county may not be sent, for want of a valid credential. */
    int lapsed(String county, LocalDate day) {
        return jdbc.sql("select count(*) from account where role = 'OFFICIAL' and active and scope = ?").param(county)
                .query(Integer.class).single() - inspectors.able(county, day).size();
    }

    /** Writes those of some departments for a draw whose firms are written, under numbers that are given at random. */
    List<PoolInspector> write(long draw, String county, LocalDate day, List<String> departments) {
        var able = new ArrayList<>(inspectors.able(county, day).stream().filter(one -> departments.contains(one.desk())).toList());
        if (able.isEmpty()) {
            return List.of();
        }
        Collections.shuffle(able, random);
        var recused = new HashMap<Long, Set<String>>();
        jdbc.sql(RECUSED).param("draw", draw).param("accounts", able.stream().map(Inspector::accountId).toList())
                .query((row, n) -> recused.computeIfAbsent(row.getLong(1), account -> new TreeSet<>()).add(row.getString(2))).list();
        var numbered = new ArrayList<PoolInspector>();
        for (var one : able) {
            var number = "I%04d".formatted(numbered.size() + 1);
            jdbc.sql("insert into draw_inspector (draw_id, number, account_id) values (?, ?, ?)").params(draw, number, one.accountId())
                    .update();
            numbered.add(new PoolInspector(number, one.desk(), recused.getOrDefault(one.accountId(), Set.of())));
        }
        return numbered;
    }
}
