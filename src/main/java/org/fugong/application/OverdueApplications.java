package org.fugong.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.fugong.account.Role;
import org.fugong.calendar.WorkingDays;
import org.fugong.job.DailyJob;
import org.fugong.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks each morning for applications whose reply is overdue: each is told to the head of the county by a job of its own, and some
 * working days later to the province, so that one that fails holds up no other.
 */
@Component
class OverdueApplications implements DailyJob {

    private static final String OVERDUE = """
            select filing_id from application a where closed_at is null and due_on < :before
                and not exists (select 1 from escalation e where e.filing_id = a.filing_id and e.to_role = :role and e.due_on = a.due_on)
            order by filing_id""";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final WorkingDays workingDays;
    private final ApplicationSettings settings;
    private final Clock clock;

    OverdueApplications(JdbcClient jdbc, Jobs jobs, WorkingDays workingDays, ApplicationSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "overdue-applications";
    }

    @Override
    public LocalTime time() {
        return LocalTime.of(8, 15);
    }

    @Override
    public boolean step(String id) {
        var today = LocalDate.now(clock);
        escalate(today, Role.COUNTY_ADMIN);
        escalate(dueBeforeForProvince(today), Role.PROVINCE_ADMIN);
        return false;
    }

    private void escalate(LocalDate before, Role to) {
        jdbc.sql(OVERDUE).param("before", before).param("role", to.name()).query(Long.class).list()
                .forEach(filing -> jobs.at(Escalation.NAME, Escalation.id(filing, to), clock.instant()));
    }

    /** What was due before this day has been overdue for more than so many working days. */
    private LocalDate dueBeforeForProvince(LocalDate today) {
        var before = today;
        while (!workingDays.after(before.minusDays(1), settings.provinceAfterWorkingDays()).isBefore(today)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
