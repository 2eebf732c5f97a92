package org.fugong.region;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The divisions of China in memory: reference data that only a migration changes. */
@Component
public class Regions {

    private final Map<String, Division> divisions;
    private final Map<String, County> counties;
    private final Map<String, List<Township>> townships;
    private final List<String> served;

    Regions(JdbcClient jdbc, RegionSettings settings) {
        this.divisions = jdbc.sql("select code, name, name_en, level, parent from division order by code")
                .query((row, n) -> new Division(row.getString("code"), row.getString("name"), row.getString("name_en"),
                        Division.Level.valueOf(row.getString("level")), row.getString("parent")))
                .list().stream().collect(Collectors.toMap(Division::code, d -> d));
        this.counties = jdbc.sql("select code, name, name_en, parent, local from county order by code")
                .query((row, n) -> county(row.getString("code"), row.getString("name"), row.getString("name_en"),
                        divisions.get(row.getString("parent")), row.getBoolean("local")))
                .list().stream().collect(Collectors.toMap(County::code, c -> c, (a, b) -> a, LinkedHashMap::new));
        this.townships = jdbc.sql("select code, name, county from township order by code")
                .query((row, n) -> new Township(row.getString("code"), row.getString("name"), row.getString("county")))
                .list().stream().collect(Collectors.groupingBy(Township::county));
        this.served = settings.provinces();
        served.forEach(code -> {
            if (!divisions.containsKey(code)) {
                throw new IllegalStateException("fugong.provinces names " + code + ", which is no province");
            }
        });
    }

    public Optional<County> county(String code) {
        return Optional.ofNullable(counties.get(code));
    }

    /** Every county of China that has a code. */
    public Collection<County> all() {
        return counties.values();
    }

    public List<County> countiesOf(String province) {
        return counties.values().stream().filter(county -> county.province().equals(province)).toList();
    }

    /** The counties of the provinces that this installation serves, by province and code. */
    public List<County> served() {
        return served.stream().flatMap(province -> countiesOf(province).stream()).toList();
    }

    /** A county that this installation serves. */
    public Optional<County> served(String code) {
        return county(code).filter(county -> served.contains(county.province()));
    }

    /** The provinces that this installation serves. */
    public List<Division> provinces() {
        return served.stream().map(divisions::get).toList();
    }

    public List<Township> townshipsOf(String county) {
        return townships.getOrDefault(county, List.of());
    }

    /** Whether a scope, the code of a province or of a county, covers a county. */
    public boolean covers(String scope, String county) {
        return scope != null && (scope.equals(county)
                || county(county).filter(c -> c.province().equals(scope)).isPresent());
    }

    /** The counties that a scope covers. */
    public List<County> within(String scope) {
        return counties.values().stream().filter(county -> covers(scope, county.code()))
                .sorted(Comparator.comparing(County::code)).toList();
    }

    /** The name of a county, or of the division above it, in the reader's language. */
    public Optional<String> name(String code, Locale locale) {
        return county(code).map(county -> county.name(locale))
                .or(() -> Optional.ofNullable(divisions.get(code)).map(division -> division.name(locale)));
    }

    private County county(String code, String name, String nameEn, Division above, boolean local) {
        var province = above.parent() == null ? above.code() : above.parent();
        return new County(code, name, nameEn, above.name(), above.nameEn(), province, local);
    }
}
