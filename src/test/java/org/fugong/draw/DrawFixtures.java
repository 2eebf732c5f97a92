package org.fugong.draw;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.fugong.TestClock;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.draw.DrawRule.StratumShare;
import org.fugong.draw.recomputation.Stratum.Share;
import org.fugong.filing.SubmittedFilings;
import org.fugong.inspection.Inspectors;
import org.fugong.job.DueJobs;
import org.fugong.risk.RiskLevel;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A county with inspectors, and firms whose filings have been checked once, so that they may be drawn. */
@TestComponent
public class DrawFixtures {

    private final StaffFixtures staff;
    private final Accounts accounts;
    private final SubmittedFilings filings;
    private final Inspectors inspectors;
    private final DrawAnnouncement announcement;
    private final DueJobs jobs;
    private final JdbcClient jdbc;
    private final TestClock clock;

    DrawFixtures(StaffFixtures staff, Accounts accounts, SubmittedFilings filings, Inspectors inspectors, DrawAnnouncement announcement,
            DueJobs jobs, JdbcClient jdbc, TestClock clock) {
        this.staff = staff;
        this.accounts = accounts;
        this.filings = filings;
        this.inspectors = inspectors;
        this.announcement = announcement;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Inspectors of a department, or null for the general desk, with credentials until a day. */
    public List<Actor> inspectors(String county, Department department, int count, LocalDate validUntil) {
        var admin = staff.of(Role.COUNTY_ADMIN, county);
        return IntStream.range(0, count).mapToObj(i -> {
            var account = accounts.findById(staff.of(Role.OFFICIAL, county).accountId()).map(one -> one.work(department))
                    .map(accounts::saveAndFlush).map(Account::actor).orElseThrow();
            inspectors.keep(admin, account.accountId(), "宁执法" + ThreadLocalRandom.current().nextInt(1_000_000_000), validUntil, -1);
            return account;
        }).toList();
    }

    /** A county at medium risk, with three inspectors at its general desk. */
    public List<Actor> county(String county) {
        filings.level(county, RiskLevel.MEDIUM);
        return inspectors(county, null, 3, today().plusYears(1));
    }

    /** A firm whose filing has been checked once. */
    public SubmittedFilings.One checked(String county, String name) {
        var filing = filings.checklist(county, name, today().plusDays(5));
        pass(filing.id());
        return filing;
    }

    /** Concludes whatever check of a filing is open. */
    public void pass(long filing) {
        jdbc.sql("update verification set state = 'PASSED', outcome = 'PASSED', due_on = null, decided_at = ?, version = version + 1 "
                + "where filing_id = ? and state = 'PLANNED'").params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), filing)
                .update();
    }

    /** A rule for the whole county, of which so many firms are drawn and the general desk sends inspectors. */
    public static DrawRule rule(int count) {
        return new DrawRule(PoolScope.ALL, Stratification.NONE, List.of(new StratumShare("", Share.COUNT, count, 0)),
                List.of(Inspectors.GENERAL), 1);
    }

    public Draw announced(Actor official, DrawRule rule) {
        return announcement.announce(official, rule, time());
    }

    /** A time for which a draw may be announced now. */
    public Instant time() {
        return announcement.earliest().plus(Duration.ofHours(1));
    }

    /** Does what the job does, which has no effect before the time of the draw. */
    public void reveal(Draw draw) {
        jobs.run(DrawReveal.NAME, Long.toString(draw.id()));
    }

    /** A draw of a county that has been announced, from a single firm. */
    public Draw announcedOne(String county) {
        var official = inspectors(county, null, 2, today().plusYears(1)).getFirst();
        checked(county, "抽查有限公司");
        return announced(official, rule(1));
    }

    /** The same, and its time has come. */
    public Draw revealed(String county) {
        var draw = announcedOne(county);
        clock.set(draw.revealAt());
        try {
            reveal(draw);
            return draw;
        } finally {
            clock.reset();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
