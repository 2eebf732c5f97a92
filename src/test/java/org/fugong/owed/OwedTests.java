package org.fugong.owed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.condition.Refusal;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.OwedDays;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.OwedSupply;
import org.fugong.verification.VerificationTrigger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What a firm owes has a day, and the day an end; the end of the epidemic is the province's to set. */
@WebTest
@Transactional
class OwedTests {

    private static final String COUNTY = "640303";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Firms firms;
    @Autowired
    StaffFixtures staff;
    @Autowired
    FilingFixtures filed;
    @Autowired
    DraftEditing editing;
    @Autowired
    Filings filings;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    OwedSupply supply;
    @Autowired
    OwedDays days;
    @Autowired
    EpidemicEndSetting setting;
    @Autowired
    OwedForesight foresight;
    @Autowired
    DueJobs jobs;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private Actor admin;
    private Actor second;

    @BeforeEach
    void aCountyAtMediumRiskAndTwoAdmins() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏容缺有限公司");
        admin = staff.of(Role.PROVINCE_ADMIN, "640000");
        second = staff.of(Role.PROVINCE_ADMIN, "640000");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void whatWaitsForTheEndOfTheEpidemicHasADayOnceASecondAdminHasConfirmedIt() {
        var filing = owing("F02");
        assertThat(row(filing, "F02")).isEqualTo("OPEN null");
        var asked = setting.ask(LocalDate.of(2020, 4, 10), "关于终止应急响应的公告", admin);
        assertThat(row(filing, "F02")).isEqualTo("OPEN null");
        assertThatThrownBy(() -> setting.confirm(asked.id(), asked.lock(), admin)).isInstanceOf(Refusal.class);
        assertThat(foresight.lines("640000", asked.endsOn(), 0)).filteredOn(line -> line.no().equals(filing.no())).singleElement()
                .satisfies(line -> assertThat(line.after()).isEqualTo(LocalDate.of(2020, 5, 10)));

        setting.confirm(asked.id(), asked.lock(), second);
        assertThat(row(filing, "F02")).isEqualTo("OPEN 2020-05-10");
        assertThat(days.of(stored(filing))).singleElement()
                .satisfies(item -> assertThat(item.dueOn()).isEqualTo(LocalDate.of(2020, 5, 10)));
        jobs.run("epidemic-end-notices", asked.id().toString());
        jobs.run("epidemic-end-notices", asked.id().toString());
        assertThat(told("notice.owed.dated")).hasSize(1);
    }

    @Test
    void nothingIsDueBeforeTheDayOfTheFilingHoweverEarlyTheEpidemicEnded() {
        set(LocalDate.of(2020, 1, 1));
        var filing = owing("F02");
        assertThat(row(filing, "F02")).isEqualTo("OPEN 2020-03-19");
    }

    @Test
    void anEndThatIsTakenBackTakesTheDayWithIt() {
        var filing = owing("F02");
        set(LocalDate.of(2020, 4, 10));
        set(null);
        assertThat(row(filing, "F02")).isEqualTo("OPEN null");
        assertThatThrownBy(() -> setting.ask(null, "公告", admin)).isInstanceOf(Refusal.class);
    }

    @Test
    void anEndIsAskedForOnceAndAnswersOnce() {
        var asked = setting.ask(LocalDate.of(2020, 4, 10), "公告", admin);
        assertThatThrownBy(() -> setting.ask(LocalDate.of(2020, 4, 11), "公告", second)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> setting.giveBack(asked.id(), asked.lock(), " ", second)).isInstanceOf(Refusal.class);
        setting.giveBack(asked.id(), asked.lock(), "通知还没有印发", second);
        assertThatThrownBy(() -> setting.confirm(asked.id(), asked.lock(), second)).isInstanceOf(Refusal.class);
        assertThat(setting.ask(LocalDate.of(2020, 4, 11), "公告", second).waits()).isTrue();
    }

    @Test
    void aConfirmedEndIsNeverChanged() {
        set(LocalDate.of(2020, 4, 10));
        assertThatThrownBy(() -> jdbc.sql("update epidemic_end set ends_on = ends_on + 1").update()).hasMessageContaining("superseded");
    }

    @Test
    void whatIsOverdueOpensACheckOfItsOwnOnce() {
        var filing = owing("A03");
        passed(filing);
        clock.set(Instant.parse("2020-03-24T04:00:00Z"));
        jobs.run("owed-overdue", "daily");
        jobs.run();
        assertThat(checks(filing)).hasSize(1);
        clock.set(Instant.parse("2020-03-25T04:00:00Z"));
        jobs.run("owed-overdue", "daily");
        jobs.run();
        jobs.run("owed-overdue", "daily");
        jobs.run();
        entities.flush();
        assertThat(checks(filing)).containsExactly(VerificationTrigger.FILING.name(), VerificationTrigger.OWED.name());
        assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and action = 'filing.owed-overdue'")
                .params("filing:" + filing.id()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aFilingThatCannotBeLookedAtHoldsUpNoOther() {
        var broken = owing("A03");
        var sound = owing("A03");
        entities.flush();
        entities.clear();
        jdbc.sql("update filing set decision = '[1]' where id = ?").param(broken.id()).update();
        clock.set(Instant.parse("2020-03-25T04:00:00Z"));
        jobs.run("owed-overdue", "daily");
        assertThatThrownBy(() -> jobs.run(OverdueFiling.NAME, broken.id().toString())).isInstanceOf(RuntimeException.class);
        jobs.run(OverdueFiling.NAME, sound.id().toString());
        assertThat(jdbc.sql("select filing_id from owed_item where filing_id in (?, ?) and overdue_at is not null")
                .params(broken.id(), sound.id()).query(Long.class).list()).containsExactly(sound.id());
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = ?").param(OverdueFiling.NAME)
                .query(String.class).list()).as("each by a job of its own").contains(broken.id().toString(), sound.id().toString());
    }

    @Test
    void aCheckThatIsOpenLooksAtWhatIsOverdueToo() {
        var filing = owing("A03");
        clock.set(Instant.parse("2020-03-25T04:00:00Z"));
        jobs.run("owed-overdue", "daily");
        jobs.run();
        entities.flush();
        assertThat(checks(filing)).containsExactly(VerificationTrigger.FILING.name());
    }

    @Test
    void whatIsSuppliedInTimeOpensNone() {
        var filing = owing("A03");
        passed(filing);
        supply.supply(Firms.actor(firm), filing.no(), "A03", true, Map.of());
        clock.set(Instant.parse("2020-03-25T04:00:00Z"));
        jobs.run("owed-overdue", "daily");
        jobs.run();
        assertThat(checks(filing)).hasSize(1);
        assertThat(row(filing, "A03")).isEqualTo("SUPPLIED 2020-03-24");
    }

    @Test
    void whatIsOwedEndsWithItsFilingAndIsAdviceAtLowRisk() {
        var filing = owing("A03");
        filings.save(stored(filing).advise(clock.instant()));
        assertThat(row(filing, "A03")).startsWith("ADVICE");
        jdbc.sql("update verification set state = 'CLOSED', due_on = null where filing_id = ?").params(filing.id()).update();
        withdrawal.withdraw(Firms.actor(firm), filing.no());
        assertThat(row(filing, "A03")).startsWith("ADVICE");
        var other = owing("A03");
        withdrawal.withdraw(Firms.actor(firm), other.no());
        assertThat(row(other, "A03")).startsWith("VOID");
    }

    @Test
    void theFirmIsRemindedOfTheDayOnceEachBeforeOnAndAfterIt() {
        owing("A03");
        for (var day : List.of("2020-03-20", "2020-03-23", "2020-03-23", "2020-03-24", "2020-03-24", "2020-03-25", "2020-03-26")) {
            clock.set(Instant.parse(day + "T00:30:00Z"));
            jobs.run("order-reminders", "daily");
        }
        assertThat(told("reminder.")).containsExactlyInAnyOrder("reminder.soon-owed", "reminder.today-owed", "reminder.overdue-owed");
    }

    @Test
    void whatStandsOnThePaperFindsWhatAFirmOwes() throws Exception {
        owing("A03");
        var one = received.checklist(COUNTY, "银川丽景物流（集团）有限公司（虚构）", LocalDate.now(clock));
        entities.flush();
        var official = received.official(COUNTY);
        for (var typed : List.of("银川丽景物流（集团）有限公司（虚构）", "虚 构", "(集团)", "丽景·物流", one.no().replace("-", ""),
                one.firm().creditCode().value().toLowerCase())) {
            var page = Jsoup.parse(mvc.perform(get("/desk/owed").param("q", typed).with(Session.as(official))).andReturn().getResponse()
                    .getContentAsString());
            assertThat(page.select("table.queue tbody td:first-child").eachText()).as(typed).containsExactly(one.no());
            assertThat(page.select("main a[download]").eachAttr("href")).hasSize(2).allMatch(link -> link.contains("?q="));
        }
        assertThat(mvc.perform(get("/desk/owed/export.csv").param("q", "(集团)").with(Session.as(official))).andReturn().getResponse()
                .getContentAsString().lines()).hasSize(2);
        assertThat(mvc.perform(get("/desk/owed/export.csv").with(Session.as(official))).andReturn().getResponse().getContentAsString()
                .lines()).hasSizeGreaterThan(2);
    }

    private void set(LocalDate endsOn) {
        var asked = setting.ask(endsOn, "关于应急响应的公告", admin);
        setting.confirm(asked.id(), asked.lock(), second);
    }

    /** A checklist of the firm for one more site that owes an item. */
    private Filing owing(String code) {
        var draft = filed.complete(firm, firms.site(firm, COUNTY, "厂区 " + code + System.nanoTime()), FilingKind.CHECKLIST);
        var actor = Firms.actor(firm);
        editing.facts(actor, draft.id(), SeenVersions.LATEST, known -> Map.of("hazardous", true));
        editing.answers(actor, draft.id(), SeenVersions.LATEST, Map.of(code, answer -> answer.value(null).owed(true)));
        var filing = filed.submit(firm, draft.id());
        entities.flush();
        return filing;
    }

    private void passed(Filing filing) {
        entities.flush();
        jdbc.sql("update verification set state = 'CLOSED', due_on = null, closed_at = now() where filing_id = ?").params(filing.id())
                .update();
        entities.clear();
    }

    private Filing stored(Filing filing) {
        entities.flush();
        entities.clear();
        return filings.findById(filing.id()).orElseThrow();
    }

    private String row(Filing filing, String code) {
        entities.flush();
        return jdbc.sql("select state, due_on from owed_item where filing_id = ? and code = ?").params(filing.id(), code)
                .query((row, n) -> row.getString("state") + " " + row.getString("due_on")).single();
    }

    private List<String> checks(Filing filing) {
        entities.flush();
        return jdbc.sql("select opened_for from verification where filing_id = ? order by id").params(filing.id()).query(String.class)
                .list();
    }

    private List<String> told(String key) {
        return jdbc.sql("select key from notice where enterprise_id = ? and key like ? || '%'").params(firm.id(), key).query(String.class)
                .list();
    }
}
