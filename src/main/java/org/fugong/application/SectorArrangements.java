package org.fugong.application;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The arrangements of counties; one that a county has not made is the province's usual one. */
@Component
public class SectorArrangements {

    private static final TypeReference<List<Participation>> PARTICIPANTS = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    SectorArrangements(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** What holds in a county for a kind of firm. */
    @Transactional(readOnly = true)
    public SectorArrangement of(String county, Sector sector) {
        return jdbc.sql("select lead, participants, version from sector_arrangement where county = ? and sector = ?")
                .params(county, sector.name())
                .query((row, n) -> new SectorArrangement(county, sector, Department.valueOf(row.getString("lead")),
                        json.readValue(row.getString("participants"), PARTICIPANTS), row.getInt("version")))
                .optional().orElseGet(() -> SectorArrangement.usual(county, sector));
    }

    /**
     * Decides it for the county of its admin; applications that are under way keep those whom they have.
     *
     * @param seen the version on which the decision was made
     * @throws OptimisticLockingFailureException where somebody has decided meanwhile
     */
    @Transactional
    public void arrange(Actor admin, Sector sector, Department lead, List<Participation> participants, int seen) {
        if (admin.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
        var before = of(admin.scope(), sector);
        int changed = jdbc.sql("""
                insert into sector_arrangement (county, sector, lead, participants, version)
                values (:county, :sector, :lead, cast(:participants as jsonb), 0)
                on conflict (county, sector) do update set lead = excluded.lead, participants = excluded.participants,
                    version = sector_arrangement.version + 1
                where sector_arrangement.version = :seen""")
                .param("county", admin.scope()).param("sector", sector.name()).param("lead", lead.name())
                .param("participants", json.writeValueAsString(participants)).param("seen", seen).update();
        var now = of(admin.scope(), sector);
        if (changed == 0 || seen == SectorArrangement.USUAL && now.version() > 0) {
            throw new OptimisticLockingFailureException("the departments of " + sector + " were arranged in between");
        }
        events.publishEvent(new SectorArrangement.Arranged(before, now));
    }
}
