package org.fugong.collective;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.fugong.audit.Audited;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Site;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A tenant or a section that the operator of its venue or project files for. */
@Entity
public class Unit extends AbstractAggregateRoot<Unit> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long listId;
    @Embedded
    private CreditCode creditCode;
    private String name;
    private String place;
    private String responsible;
    private String phone;
    private int totalStaff;
    private int plannedStaff;
    private int fromOutside;
    private int fromHighRisk;
    private int declared;
    private boolean byLink;
    private Long siteId;
    private Instant enteredAt;
    @Version
    private int version;

    /** A unit was entered, corrected or taken off the list. */
    record Step(Unit unit, String action, Map<String, Object> before, Map<String, Object> after) implements Audited {

        @Override
        public String subject() {
            return "unit:" + unit.id();
        }
    }

    protected Unit() {
    }

    static Unit enter(UnitList list, UnitParticulars particulars, boolean byLink, Instant now) {
        var unit = new Unit();
        unit.listId = list.id();
        unit.byLink = byLink;
        unit.enteredAt = now;
        unit.take(particulars);
        return unit.andEvent(new Step(unit, "unit.entered", Map.of(), unit.snapshot()));
    }

    /** What has not changed leaves no trace. */
    Unit correct(UnitParticulars particulars) {
        var before = snapshot();
        take(particulars);
        return before.equals(snapshot()) ? this : andEvent(new Step(this, "unit.corrected", before, snapshot()));
    }

    Unit remove() {
        return andEvent(new Step(this, "unit.removed", snapshot(), Map.of()));
    }

    /** Its filing is begun, for a site of its own. */
    Unit fileFor(Site site) {
        siteId = site.id();
        return this;
    }

    private void take(UnitParticulars particulars) {
        creditCode = particulars.creditCode();
        name = particulars.name();
        place = particulars.place();
        responsible = particulars.responsible();
        phone = particulars.phone();
        totalStaff = particulars.totalStaff();
        plannedStaff = particulars.plannedStaff();
        fromOutside = particulars.fromOutside();
        fromHighRisk = particulars.fromHighRisk();
        declared = particulars.declared();
    }

    private Map<String, Object> snapshot() {
        return Map.of("creditCode", creditCode.value(), "name", name, "place", place, "responsible", responsible, "phone", phone,
                "totalStaff", totalStaff, "plannedStaff", plannedStaff, "fromOutside", fromOutside, "fromHighRisk", fromHighRisk,
                "declared", declared);
    }

    public UnitParticulars particulars() {
        return new UnitParticulars(creditCode, name, place, responsible, phone, totalStaff, plannedStaff, fromOutside, fromHighRisk,
                declared);
    }

    public Long id() {
        return id;
    }

    public long listId() {
        return listId;
    }

    public String name() {
        return name;
    }

    public String place() {
        return place;
    }

    /** Whether it entered itself. */
    public boolean byLink() {
        return byLink;
    }

    /** The site that its filing is for; null before that was begun. */
    public Long siteId() {
        return siteId;
    }

    public int version() {
        return version;
    }
}
