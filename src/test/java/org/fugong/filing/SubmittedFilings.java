package org.fugong.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Filings that have been submitted, written as rows, and who deals with them, for tests of what comes after. */
@TestComponent
public class SubmittedFilings {

    private final JdbcClient jdbc;
    private final Firms firms;
    private final Sites sites;
    private final AccountOpening accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmittedFilings(JdbcClient jdbc, Firms firms, Sites sites, AccountOpening accounts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.firms = firms;
        this.sites = sites;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** A submitted filing: its firm, its number and its identity. */
    public record One(long id, String no, Enterprise firm) {
        public Actor actor() {
            return Firms.actor(firm);
        }
    }

    /** An official of a county under a sign-in name that no other test uses. */
    public Actor official(String county) {
        var login = "official-" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        return accounts.open(login, Firms.PASSWORD, "工作人员", Role.OFFICIAL, county).actor();
    }

    /** From now on the county is at that level, which cannot be taken back once it is committed. */
    public void level(String county, RiskLevel level) {
        jdbc.sql("""
                insert into risk_level_change (county, level, effective_at, notice, recorded_at)
                values (:county, :level, :now, '测试通知', :now)""")
                .param("county", county).param("level", level.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    /** A checklist filed at MEDIUM that is short of masks and owes A02, with a verification due on a day. */
    @Transactional
    public One checklist(String county, String name, LocalDate dueOn) {
        return submitted(county, name, FilingKind.CHECKLIST, Regime.RECORD, RiskLevel.MEDIUM, dueOn);
    }

    /** The same of a firm for one more site of its own. */
    @Transactional
    public One checklist(Enterprise firm, String county, LocalDate dueOn) {
        return submitted(firm, county, FilingKind.CHECKLIST, Regime.RECORD, RiskLevel.MEDIUM, dueOn);
    }

    /** An application filed at HIGH, to be answered by a day. */
    @Transactional
    public One application(String county, String name, LocalDate dueOn) {
        return submitted(county, name, FilingKind.APPLICATION, Regime.APPROVAL, RiskLevel.HIGH, dueOn);
    }

    /** An application of a firm for one more site of its own, filed at HIGH. */
    @Transactional
    public One application(Enterprise firm, String county) {
        return submitted(firm, county, FilingKind.APPLICATION, Regime.APPROVAL, RiskLevel.HIGH, null);
    }

    /** The same, to be answered by a day. */
    @Transactional
    public One application(Enterprise firm, String county, LocalDate dueOn) {
        return submitted(firm, county, FilingKind.APPLICATION, Regime.APPROVAL, RiskLevel.HIGH, dueOn);
    }

    @Transactional
    public One notice(String county, String name) {
        return submitted(county, name, FilingKind.NOTICE, Regime.NOTICE, RiskLevel.LOW, null);
    }

    /** One firm's checklists for so many sites, all due on the same day. */
    @Transactional
    public List<One> checklists(String county, String name, int sites, LocalDate dueOn) {
        var firm = firms.complete(name);
        return Stream.generate(() -> submitted(firm, county, FilingKind.CHECKLIST, Regime.RECORD, RiskLevel.MEDIUM, dueOn)).limit(sites)
                .toList();
    }

    private One submitted(String county, String name, FilingKind kind, Regime regime, RiskLevel level, LocalDate dueOn) {
        return submitted(firms.complete(name), county, kind, regime, level, dueOn);
    }

    private One submitted(Enterprise firm, String county, FilingKind kind, Regime regime, RiskLevel level, LocalDate dueOn) {
        var site = sites
                .save(Site.add(firm, new Place("厂区 " + ThreadLocalRandom.current().nextInt(1_000_000_000), "工业路8号", county, null, null)));
        var one = row(firm, site, kind, regime, level, dueOn);
        events.publishEvent(new FilingStep.Submitted(one.id(), one.no(), county, kind,
                new FilingBasis(level, regime, "测试通知", list(level), null), kind.submitted(), firm.id(), firm.name(),
                1, 1, 0, 1, dueOn, null, null));
        return one;
    }

    /** The row alone, without anything that follows from it. */
    public One row(Enterprise firm, Site site, FilingKind kind, Regime regime, RiskLevel level, LocalDate dueOn) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var serial = jdbc.sql("select nextval('filing_serial')").query(Long.class).single();
        var no = FilingNumber.of(site.county(), LocalDate.now(clock), serial).value();
        var id = jdbc
                .sql("""
                        insert into filing (no, token, enterprise_id, site_id, county, province, kind, regime, state, level, list_id,
                            notice,
                            subject, plan, facts, answers, findings, owed, credit_code, name, industry, size, planned_staff, due_on,
                            submitted_at, started_at, updated_at, version)
                        values (:no, :token, :enterprise, :site, :county, '640000', :kind, :regime, :state, :level, :list, '测试通知',
                            cast(:subject as jsonb), cast(:plan as jsonb),
                            '{"entrances": 2.0, "has_canteen": true, "has_dormitory": false}',
                            '{"C01": {"value": 450.0, "owed": false}, "A01": {"value": true, "owed": false}, "A02": {"owed": true}}',
                            '[{"code": "C01", "verdict": "UNMET", "zh": "需要 600 只，现有 450 只，还差 150 只", "en": "needs 600, has 450, 150 \
                            short", "needed": 600.0, "given": 450.0, "gap": 150.0},
                              {"code": "A01", "verdict": "MET", "zh": "已确认做到", "en": "confirmed"},
                              {"code": "A03", "verdict": "UNSURE", "zh": "填写后才能判断", "en": "cannot be told before"},
                              {"code": "C07", "verdict": "NOT_APPLICABLE", "zh": "不适用（没有集体宿舍）", "en": "no dormitory"}]',
                            '[{"code": "A02", "dueOn": "2020-03-26"}]', :code, :name, '34', 'SMALL', 100, :due, :now, :now, :now, 0)
                        returning id""")
                .param("no", no).param("token", "t".repeat(22 - String.valueOf(serial).length()) + serial)
                .param("enterprise", firm.id()).param("site", site.id()).param("county", site.county())
                .param("kind", kind.name()).param("regime", regime.name()).param("state", kind.submitted().name())
                .param("level", level.name()).param("list", list(level)).param("code", firm.creditCode().value())
                .param("name", firm.name()).param("due", dueOn).param("now", now)
                .param("subject",
                        """
                                {"creditCode": "%s", "name": "%s", "registeredAddress": "清和街1号", "site": "厂区", "address": "工业路8号",
                                 "industry": "34", "size": "SMALL", "keyClass": "%s", "legalRepresentative": "马建国",
                                 "contact": "王芳", "phone": "0951-1234567-8001"}""".formatted(firm.creditCode().value(), firm.name(),
                                firm.keyClass()))
                .param("plan", """
                        {"responsible": "李强", "phone": "13912345678", "start": "2020-03-25", "totalStaff": 120,
                         "plannedStaff": 100, "fromOutside": 3, "fromHighRisk": 0, "batches": 2}""")
                .query(Long.class).single();
        return new One(id, no, firm);
    }

    private Long list(RiskLevel level) {
        return jdbc.sql("select id from condition_list where province = '640000' and level = :level and version = 1")
                .param("level", level.name()).query(Long.class).single();
    }
}
