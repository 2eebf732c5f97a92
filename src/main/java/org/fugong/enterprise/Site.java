package org.fugong.enterprise;

import java.util.stream.Collectors;
import org.fugong.edit.FieldEdit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import java.time.Instant;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A place where an enterprise works: its county decides what must be filed for it. */
@Entity
public class Site extends AbstractAggregateRoot<Site> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long enterpriseId;
    private String name;
    private String address;
    private String county;
    private String township;
    private String park;
    private boolean unit;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, FieldEdit> edits = Map.of();
    @Version
    private int version;

    /** A firm has added a site. */
    public record Added(Site site, Map<String, Object> after) implements SiteEvent {

        @Override
        public String action() {
            return "site.added";
        }
    }

    /** A firm has corrected a site. */
    public record Corrected(Site site, Map<String, Object> before, Map<String, Object> after) implements SiteEvent {

        @Override
        public String action() {
            return "site.corrected";
        }
    }

    /** The identity is known only once the row is written, so the event asks for it then. */
    interface SiteEvent extends Audited {

        Site site();

        @Override
        default String subject() {
            return "site:" + site().id();
        }

        @Override
        default String county() {
            return site().county();
        }
    }

    protected Site() {
    }

    public static Site add(Enterprise enterprise, Place place) {
        var site = new Site();
        site.enterpriseId = enterprise.id();
        site.take(place);
        return site.andEvent(new Added(site, site.snapshot()));
    }

    /** A site that stands for a unit which the firm files for: a tenant of its venue, a section of its project. */
    public static Site unit(Enterprise enterprise, Place place) {
        var site = add(enterprise, place);
        site.unit = true;
        return site;
    }

    /** Takes over what the firm says about the site; what has not changed leaves no trace. */
    public Site correct(Place place, String by, Instant at) {
        var before = snapshot();
        take(place);
        var after = snapshot();
        edits = FieldEdit.after(edits, texts(before), texts(after), by, at, null);
        before.entrySet().removeIf(entry -> after.remove(entry.getKey(), entry.getValue()));
        return before.isEmpty() && after.isEmpty() ? this : andEvent(new Corrected(this, before, after));
    }

    private void take(Place place) {
        name = Objects.requireNonNull(place.name());
        address = Objects.requireNonNull(place.address());
        county = Objects.requireNonNull(place.county());
        township = place.township();
        park = place.park();
    }

    private static Map<String, String> texts(Map<String, Object> snapshot) {
        return snapshot.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    private Map<String, Object> snapshot() {
        var all = new LinkedHashMap<String, Object>();
        all.put("name", name);
        all.put("address", address);
        all.put("county", county);
        all.put("township", township);
        all.put("park", park);
        all.values().removeIf(Objects::isNull);
        return all;
    }

    /** The last change of each field, by its name. */
    public Map<String, FieldEdit> edits() {
        return edits;
    }

    public Long id() {
        return id;
    }

    public long enterpriseId() {
        return enterpriseId;
    }

    public Place place() {
        return new Place(name, address, county, township, park);
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public String county() {
        return county;
    }

    /** Whether it stands for a unit that the firm files for. */
    public boolean unit() {
        return unit;
    }

    /** The code of the township, or null. */
    public String township() {
        return township;
    }

    /** The park it lies in, or null. */
    public String park() {
        return park;
    }
}
