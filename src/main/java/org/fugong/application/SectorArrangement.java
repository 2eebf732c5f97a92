package org.fugong.application;

import java.util.List;
import java.util.Map;
import org.fugong.account.Department;
import org.fugong.audit.Audited;

/**
 * Who leads and who takes part in a county's applications of one kind of firm.
 *
 * @param version the version that the county has kept, {@link #USUAL} where it has decided nothing and the province's division holds
 */
public record SectorArrangement(String county, Sector sector, Department lead, List<Participation> participants, int version) {

    /** In place of a version, where the county has decided nothing. */
    public static final int USUAL = -1;

    static SectorArrangement usual(String county, Sector sector) {
        return new SectorArrangement(county, sector, sector.usualLead(), Participation.USUAL, USUAL);
    }

    /** How a department takes part; where nothing is said of it, never. */
    public Participation of(Department department) {
        return participants.stream().filter(one -> one.department() == department).findFirst()
                .orElseGet(() -> new Participation(department, Participation.When.NEVER, ""));
    }

    /** Those who take part in an application with these facts; the lead gives the reply, and no opinion beside it. */
    List<Participation> calledFor(Map<String, ?> facts) {
        return participants.stream().filter(one -> one.department() != lead && !one.categories().isEmpty() && one.calledFor(facts))
                .toList();
    }

    /** A county has decided who leads and who takes part. */
    public record Arranged(SectorArrangement earlier, SectorArrangement now) implements Audited {
        @Override
        public String action() {
            return "departments.arranged";
        }

        @Override
        public String subject() {
            return subjectOf(now.county, now.sector);
        }

        @Override
        public String county() {
            return now.county;
        }

        @Override
        public Map<String, Object> before() {
            return Map.of("lead", earlier.lead, "participants", earlier.participants);
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("lead", now.lead, "participants", now.participants);
        }
    }

    /** Under what the trail keeps it. */
    public static String subjectOf(String county, Sector sector) {
        return "departments:" + county + "/" + sector;
    }
}
