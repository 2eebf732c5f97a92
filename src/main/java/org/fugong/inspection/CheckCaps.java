package org.fugong.inspection;

import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The caps of counties. */
@Component
public class CheckCaps {

    private final JdbcClient jdbc;
    private final InspectionSettings settings;
    private final ApplicationEventPublisher events;

    CheckCaps(JdbcClient jdbc, InspectionSettings settings, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public CheckCap of(String county) {
        return jdbc.sql("select per_year, version from check_cap where county = ?").param(county)
                .query((row, n) -> new CheckCap(county, row.getInt(1), row.getInt(2))).optional()
                .orElseGet(() -> new CheckCap(county, settings.checksPerYear(), -1));
    }

    /**
     * Sets it for the county of its admin.
     *
     * @param seen the version on which the decision was made
     * @throws OptimisticLockingFailureException where another admin has set it meanwhile
     */
    @Transactional
    public void set(Actor admin, int perYear, int seen) {
        if (admin.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
        var before = of(admin.scope());
        int set = jdbc.sql("""
                insert into check_cap (county, per_year, version) select :county, :cap, 0 where :seen = -1 or exists (
                    select 1 from check_cap where county = :county)
                on conflict (county) do update set per_year = :cap, version = check_cap.version + 1 where check_cap.version = :seen""")
                .param("county", admin.scope()).param("cap", perYear).param("seen", seen).update();
        if (set == 0) {
            throw new OptimisticLockingFailureException("the cap was set in between");
        }
        events.publishEvent(new CheckCap.Set(before, of(admin.scope())));
    }
}
