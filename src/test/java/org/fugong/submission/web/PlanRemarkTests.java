package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Plan;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What looks mistyped in a plan is said at the plan and before it is submitted, and stands in nobody's way. */
@WebTest
@Transactional
class PlanRemarkTests {

    private static final String COUNTY = "640122";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    DraftEditing editing;
    @Autowired
    TestClock clock;

    private Enterprise firm;
    private Filing draft;

    @BeforeEach
    void aCommitmentOfAFirmWith60People() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏核对有限公司");
        draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.COMMITMENT);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"2020-03-20 | 60 | -",
            "2020-03-20 | 61 | 开工计划里的企业总人数是 61 人，企业信息里的从业人员（上年末）是 60 人", "2021-03-19 | 60 | -",
            "2021-03-20 | 60 | 开工日期是2021年3月20日，在一年以后", "2099-12-31 | 60 | 开工日期是2099年12月31日，在一年以后"})
    void aRemarkNamesBothAndIsNoObstacle(String start, int staff, String told) throws Exception {
        editing.plan(Firms.actor(firm), draft.id(), SeenVersions.LATEST, plan -> new Plan(plan.responsible(), plan.phone(),
                LocalDate.parse(start), staff, plan.plannedStaff(), plan.fromOutside(), 0, null, null));
        for (var place : new String[]{"/plan", "/check"}) {
            var remarks = remarks(place);
            assertThat(remarks.text().isEmpty()).isEqualTo(told == null);
            assertThat(remarks.text()).contains(told == null ? "" : told).contains(told == null ? "" : "请确认没有填错");
        }
        assertThat(filed.submit(firm, draft.id()).state()).isEqualTo(FilingState.EFFECTIVE);
    }

    @ParameterizedTest
    @CsvSource({"/plan,#totalStaff", "/check,/my/drafts/ID/plan?back=check#totalStaff"})
    void itLeadsToThePlanAndToTheProfile(String place, String plan) throws Exception {
        editing.plan(Firms.actor(firm), draft.id(), SeenVersions.LATEST, known -> new Plan(known.responsible(), known.phone(),
                known.start(), 400, known.plannedStaff(), known.fromOutside(), 0, null, null));
        assertThat(remarks(place).select("a").eachAttr("href")).containsExactly(plan.replace("ID", draft.id().toString()),
                "/my/enterprise?back=" + draft.id() + "#staff");
    }

    private Element remarks(String place) throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/my/drafts/" + draft.id() + place).with(Session.as(Firms.actor(firm))))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        return page.selectFirst("#remarks");
    }
}
