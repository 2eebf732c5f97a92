package org.fugong.obligation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.filing.Filing;
import org.fugong.risk.AffectedSubject;
import org.springframework.stereotype.Component;

/** The filings of one county that fit a condition, the same for counting them, for naming them and for dealing with them. */
@Component
class AffectedFilings {

    private final EntityManager entities;

    AffectedFilings(EntityManager entities) {
        this.entities = entities;
    }

    /** A county and what its filings {@code f} have to fit, in SQL, with the values that it names. */
    record Scope(String county, String condition, Map<String, ?> values) {
    }

    int count(Scope scope) {
        return ((Number) query("select count(*) from filing f where f.county = :county and (%s)", scope, Long.class, Map.of())
                .getSingleResult()).intValue();
    }

    List<AffectedSubject> named(Scope scope, long after, int atMost) {
        List<?> rows = query("""
                select f.id, e.name, coalesce(f.no, s.name)
                from filing f join enterprise e on e.id = f.enterprise_id join site s on s.id = f.site_id
                where f.county = :county and (%s) and f.id > :after order by f.id""", scope, Object[].class, Map.of("after", after))
                .setMaxResults(atMost).getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new AffectedSubject(((Number) row[0]).longValue(), (String) row[1], (String) row[2])).toList();
    }

    /** The next ones, held until the transaction ends. */
    List<Filing> next(Scope scope, int atMost) {
        List<?> filings = query("select f.* from filing f where f.county = :county and (%s) order by f.id limit :atMost for update of f",
                scope, Filing.class, Map.of("atMost", atMost)).getResultList();
        return filings.stream().map(Filing.class::cast).toList();
    }

    private Query query(String sql, Scope scope, Class<?> result, Map<String, ?> more) {
        var values = new HashMap<String, Object>(scope.values());
        values.putAll(more);
        values.put("county", scope.county());
        var query = entities.createNativeQuery(sql.formatted(scope.condition()), result);
        values.forEach(query::setParameter);
        return query;
    }
}
