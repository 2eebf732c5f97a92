package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.application.RepliedApplications;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.OwedItem;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DailyJob;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.FilingSigning;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The days in which an application owes begin when work may start, and until then no day is told. */
@WebTest
@Transactional
class OwedAfterPermissionTests {

    private static final String COUNTY = "640502";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    DraftEditing editing;
    @Autowired
    Filings filings;
    @Autowired
    RepliedApplications replies;
    @Autowired
    FilingSigning signing;
    @Autowired
    List<DailyJob> jobs;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private Filing filing;

    @BeforeEach
    void anApplicationThatOwesTheEmergencyPlan() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.HIGH);
        firm = firms.complete("宁夏后补有限公司");
        var draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("A03", answer -> answer.value(null).owed(true)));
        filing = filed.submit(firm, draft.id());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void theDaysCountFromThePermission() throws Exception {
        assertThat(filing.owed()).containsExactly(new OwedItem("A03", null, null, 5));
        assertThat(page()).contains("准予复工后 5 天内").doesNotContain("2020年3月24日前");
        clock.set(Instant.parse("2020-03-23T04:00:00Z"));
        replies.permit(received.official(COUNTY), filing.no());
        assertThat(stored().owed()).containsExactly(new OwedItem("A03", LocalDate.of(2020, 3, 28), null, null));
        assertThat(page()).contains("2020年3月28日前").doesNotContain("准予复工后 5 天内");
    }

    @Test
    void theFirmIsRemindedOfThatDay() {
        clock.set(Instant.parse("2020-03-23T04:00:00Z"));
        replies.permit(received.official(COUNTY), filing.no());
        entities.flush();
        clock.set(Instant.parse("2020-03-24T00:00:00Z"));
        remind();
        assertThat(reminded()).isEmpty();
        clock.set(Instant.parse("2020-03-28T00:00:00Z"));
        remind();
        assertThat(reminded()).containsExactly("reminder.today-owed");
    }

    @ParameterizedTest
    @CsvSource({"2020-03-25, ''", "2020-03-27, 休息日到期，今天以后没有工作日了", "2020-03-28, 今天到期", "2020-03-31, 逾期 2 个工作日"})
    void thePageSaysHowNearThatDayIs(String today, String pressure) throws Exception {
        clock.set(Instant.parse("2020-03-23T04:00:00Z"));
        replies.permit(received.official(COUNTY), filing.no());
        entities.flush();
        clock.set(Instant.parse(today + "T04:00:00Z"));
        assertThat(page()).contains("2020年3月28日前补齐：突发疫情应急处置预案。").contains(pressure.isEmpty() ? "" : "（" + pressure + "）");
        assertThat(page().contains("个工作日）")).isEqualTo(pressure.endsWith("个工作日"));
    }

    @Test
    void theyCountFromTheDayOnWhichItTakesEffectAsWell() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        clock.set(Instant.parse("2020-03-23T04:00:00Z"));
        var signed = signing.sign(Firms.actor(firm), filing.no(), new Signatory("马建国", "法定代表人", null), Firms.PASSWORD);
        assertThat(signed.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(signed.owed()).extracting(OwedItem::dueOn).containsExactly(LocalDate.of(2020, 3, 28));
        assertThat(signed.letter().text()).contains("A03 突发疫情应急处置预案【容缺：2020年3月28日前补齐】");
    }

    @Test
    void aLetterSignedAheadNamesNoDay() {
        var signed = signing.sign(Firms.actor(firm), filing.no(), new Signatory("马建国", "法定代表人", null), Firms.PASSWORD);
        assertThat(signed.state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(signed.letter().text()).contains("突发疫情应急处置预案【容缺：准予复工或者备案生效后 5 天内补齐】");
    }

    @Test
    void thatDayIsNeverMoved() {
        replies.permit(received.official(COUNTY), filing.no());
        entities.flush();
        assertThatThrownBy(() -> jdbc.sql("update filing set owed_from = owed_from + 1 where id = ?").params(filing.id()).update())
                .hasMessageContaining("what was filed stays");
    }

    private Filing stored() {
        entities.flush();
        entities.clear();
        return filings.findById(filing.id()).orElseThrow();
    }

    private String page() throws Exception {
        var response = mvc.perform(get("/my/filings/" + filing.no()).with(Session.as(Firms.actor(firm)))).andExpect(status().isOk())
                .andReturn().getResponse();
        return Jsoup.parse(response.getContentAsString()).select("main").text();
    }

    private void remind() {
        jobs.stream().filter(job -> job.name().equals("order-reminders")).forEach(job -> job.step(""));
    }

    private List<String> reminded() {
        return jdbc.sql("select key from notice where enterprise_id = ? and about like '%:owed:%'").params(firm.id()).query(String.class)
                .list();
    }
}
