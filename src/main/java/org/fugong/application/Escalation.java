package org.fugong.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fugong.account.Role;
import org.fugong.audit.Audited;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.job.Job;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.fugong.region.Regions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells one overdue application to the head of its county, or to the province, once; silence is not consent, and nothing else follows. */
@Component
class Escalation implements Job {

    static final String NAME = "application-escalation";

    private final Applications applications;
    private final Filings filings;
    private final Regions regions;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    Escalation(Applications applications, Filings filings, Regions regions, Notices notices, ApplicationEventPublisher events,
            JdbcClient jdbc, Clock clock) {
        this.applications = applications;
        this.filings = filings;
        this.regions = regions;
        this.notices = notices;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is to be told to whom, as the job is asked for it. */
    static String id(long filing, Role to) {
        return filing + ":" + to;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean step(String id) {
        var parts = id.split(":");
        var to = Role.valueOf(parts[1]);
        applications.findById(Long.parseLong(parts[0])).filter(Application::open)
                .filter(late -> late.dueOn() != null && late.dueOn().isBefore(LocalDate.now(clock)))
                .ifPresent(late -> escalate(late, to));
        return false;
    }

    private void escalate(Application late, Role to) {
        var told = jdbc.sql("""
                insert into escalation (filing_id, to_role, due_on, escalated_at) values (?, ?, ?, ?) on conflict do nothing""")
                .params(late.filingId(), to.name(), late.dueOn(), OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        if (told > 0) {
            var filing = filings.findById(late.filingId()).orElseThrow();
            events.publishEvent(new Escalated(filing.id(), filing.county(), to, late.dueOn()));
            notices.tell(List.of(notice(filing, to, late.dueOn())));
        }
    }

    private StaffNotice notice(Filing filing, Role to, LocalDate dueOn) {
        return new StaffNotice(to, to == Role.COUNTY_ADMIN
                ? filing.county()
                : regions.county(filing.county()).orElseThrow().province(), null,
                "filing:" + filing.id() + ":escalated:" + dueOn, "notice.staff.escalated", List.of(filing.no(), dueOn.toString()),
                "/desk/applications/" + filing.no());
    }

    /** An overdue application was told to somebody above. */
    record Escalated(long filingId, String county, Role to, LocalDate dueOn) implements Audited {
        @Override
        public String action() {
            return "application.escalated";
        }

        @Override
        public String subject() {
            return "filing:" + filingId;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("to", to, "dueOn", dueOn);
        }
    }
}
