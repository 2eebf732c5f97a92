package org.fugong.risk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Trail;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class RiskLevelPagesTests {

    private static final String COUNTY = "640104";
    private static final String PAGE = "/admin/risk-levels/" + COUNTY;

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    RiskLevels levels;
    @Autowired
    Trail trail;
    @Autowired
    TestClock clock;

    private Actor admin;

    @BeforeEach
    void admin() {
        clock.set(Instant.parse("2020-03-22T02:00:00Z"));
        admin = opening.open("province-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void everyCountyIsListedWithItsLevelAndWhatIsToCome() throws Exception {
        levels.set(COUNTY, RiskLevel.HIGH, Instant.parse("2020-03-23T00:00:00Z"), "通知", admin);
        mvc.perform(get("/admin/risk-levels").with(Session.as(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("兴庆区")))
                .andExpect(content().string(containsString("宁东")))
                .andExpect(content().string(containsString("2020年3月23日 08:00起：高风险")));
    }

    @Test
    void aChangeIsCheckedThenSetAtOnceAndLeavesATrace() throws Exception {
        mvc.perform(get(PAGE + "/confirmation").param("level", "MEDIUM").param("notice", "宁应指〔2020〕9号").with(Session.as(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("开工信息报送")))
                .andExpect(content().string(containsString("清单式管理")))
                .andExpect(content().string(containsString("确认后立即生效")));
        assertThat(levels.now(COUNTY).level()).isEqualTo(RiskLevel.LOW);

        mvc.perform(post(PAGE + "/changes").param("level", "MEDIUM").param("notice", " 宁应指〔2020〕9号 ").param("seen", newest())
                .with(Session.as(admin)).with(csrf())).andExpect(redirectedUrl(PAGE));

        assertThat(levels.now(COUNTY).level()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(levels.now(COUNTY).notice()).isEqualTo("宁应指〔2020〕9号");
        assertThat(trail.of("county:" + COUNTY)).filteredOn(entry -> entry.action().equals("risk-level.set")).last().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("province-admin");
            assertThat(entry.before()).containsEntry("level", "LOW");
            assertThat(entry.after()).containsEntry("level", "MEDIUM");
        });
        mvc.perform(get(PAGE).with(Session.as(admin))).andExpect(content().string(containsString("刘管理于2020年3月22日 10:00设定")));
    }

    @Test
    void aLaterChangeWaitsForItsTime() throws Exception {
        mvc.perform(post(PAGE + "/changes").param("level", "HIGH").param("notice", "通知").param("date", "2020-03-22").param("time", "18:30")
                .param("seen", newest()).with(Session.as(admin)).with(csrf())).andExpect(redirectedUrl(PAGE));
        assertThat(levels.now(COUNTY).level()).isEqualTo(RiskLevel.LOW);
        clock.set(Instant.parse("2020-03-22T10:30:00Z"));
        assertThat(levels.now(COUNTY).level()).isEqualTo(RiskLevel.HIGH);
    }

    @ParameterizedTest
    @CsvSource({
            "'',通知,'','',请填写新等级",
            "VERY_HIGH,通知,'','',请选择一个等级",
            "HIGH,' ','','',请填写依据文件",
            "HIGH,通知,22.3.2020,'',请填写生效日期",
            "HIGH,通知,'',08:00,请填写生效日期",
            "HIGH,通知,2020-03-23,8 Uhr,生效时间请按",
            "HIGH,通知,2020-03-22,09:59,生效时间已经过去",
            "HIGH,通知,2020-03-22,10:00,生效时间已经过去",
            "HIGH,通知,2021-03-24,'','离现在太远，最多提前一年，最晚可填 2021-03-23'",
            "HIGH,通知,2999-01-01,'','离现在太远，最多提前一年，最晚可填 2021-03-23'",
            "HIGH,通知,29990-01-01,'',离现在太远"})
    void aWrongFormIsRefusedAndKept(String level, String notice, String date, String time, String message) throws Exception {
        mvc.perform(get(PAGE + "/confirmation").param("level", level).param("notice", notice).param("date", date).param("time", time)
                .with(Session.as(admin)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("value=\"" + notice + "\"")));
        mvc.perform(post(PAGE + "/changes").param("level", level).param("notice", notice).param("date", date).param("time", time)
                .with(Session.as(admin)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(levels.changes(COUNTY)).hasSize(1);
    }

    @Test
    void whoeverDecidesOnWhatHasChangedIsToldSo() throws Exception {
        var seen = newest();
        levels.set(COUNTY, RiskLevel.HIGH, clock.instant(), "另一份通知", admin);
        mvc.perform(post(PAGE + "/changes").param("level", "MEDIUM").param("notice", "通知").param("seen", seen)
                .with(Session.as(admin)).with(csrf())).andExpect(status().isConflict())
                .andExpect(content().string(containsString("”已在"))).andExpect(content().string(containsString("另一份通知")))
                .andExpect(content().string(containsString("value=\"通知\"")));
        assertThat(levels.now(COUNTY).level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void aLevelIsNeverSetForThePast() {
        levels.set(COUNTY, RiskLevel.HIGH, Instant.parse("2020-03-20T00:00:00Z"), "通知", admin);
        assertThat(levels.at(COUNTY, Instant.parse("2020-03-21T00:00:00Z")).level()).isEqualTo(RiskLevel.LOW);
        assertThat(levels.now(COUNTY).since()).isEqualTo(clock.instant());
    }

    @Test
    void aCountyOfAnotherProvinceIsNotFound() throws Exception {
        for (var page : new String[]{"/admin/risk-levels/620102", "/admin/risk-levels/nowhere"}) {
            mvc.perform(get(page).with(Session.as(admin))).andExpect(status().isNotFound());
            mvc.perform(post(page + "/changes").param("level", "LOW").param("notice", "通知").with(Session.as(admin)).with(csrf()))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get("/admin/risk-levels").with(Session.as(admin))).andExpect(content().string(not(containsString("620102"))));
    }

    @Test
    void inEnglishToo() throws Exception {
        mvc.perform(get(PAGE).param("lang", "en").with(Session.as(admin)))
                .andExpect(content().string(containsString("Risk level of Xingqing")));
    }

    @Test
    void figuresSuggestALevelAndAreKeptWithWhatWasChosen() throws Exception {
        mvc.perform(get(PAGE).param("fresh", "3").param("cumulative", "51").param("cluster", "true").with(Session.as(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("超过 50 例，并且有聚集性疫情")))
                .andExpect(content().string(not(containsString("selected=\"selected\""))));
        mvc.perform(post(PAGE + "/changes").param("fresh", "3").param("cumulative", "51").param("cluster", "true").param("level", "MEDIUM")
                .param("notice", "通知").param("seen", newest()).with(Session.as(admin)).with(csrf())).andExpect(redirectedUrl(PAGE));

        assertThat(levels.now(COUNTY).level()).isEqualTo(RiskLevel.MEDIUM);
        mvc.perform(get(PAGE).with(Session.as(admin))).andExpect(content().string(containsString("14 天内新增 3 例，累计 51 例，有聚集性疫情")));
        assertThat(trail.of("county:" + COUNTY)).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("risk-level.foreseen");
            assertThat(entry.after()).containsKeys("foreseen", "figures");
        });
    }

    @ParameterizedTest
    @CsvSource({"3,'',请填写整数", "'',3,请填写整数", "-1,3,请填写整数", "3.5,7,请填写整数", "4,3,累计病例不能少于"})
    void figuresThatCannotBeAreRefused(String fresh, String cumulative, String message) throws Exception {
        mvc.perform(get(PAGE).param("fresh", fresh).param("cumulative", cumulative).with(Session.as(admin)))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(message)));
        mvc.perform(
                post(PAGE + "/changes").param("fresh", fresh).param("cumulative", cumulative).param("level", "HIGH").param("notice", "通知")
                        .param("seen", newest()).with(Session.as(admin)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(levels.changes(COUNTY)).hasSize(1);
    }

    @Test
    void aPastLevelIsPutRightOnlyAsACorrection() throws Exception {
        mvc.perform(get(PAGE + "/confirmation").param("level", "MEDIUM").param("notice", "更正通知").param("date", "2020-03-20")
                .param("correction", "true")
                .with(Session.as(admin))).andExpect(status().isOk()).andExpect(content().string(containsString("这是对过去等级的更正")));
        mvc.perform(post(PAGE + "/changes").param("level", "MEDIUM").param("notice", "更正通知").param("date", "2020-03-20")
                .param("correction", "true")
                .param("seen", newest()).with(Session.as(admin)).with(csrf())).andExpect(redirectedUrl(PAGE));
        assertThat(levels.at(COUNTY, Instant.parse("2020-03-21T00:00:00Z")).level()).isEqualTo(RiskLevel.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({"'',请填写生效日期", "2020-03-18,只能更正到", "2020-03-23,只能更正到"})
    void aCorrectionThatCannotBeIsRefused(String date, String message) throws Exception {
        mvc.perform(post(PAGE + "/changes").param("level", "MEDIUM").param("notice", "通知").param("date", date).param("correction", "true")
                .param("seen", newest()).with(Session.as(admin)).with(csrf())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)));
        assertThat(levels.changes(COUNTY)).hasSize(1);
    }

    private String newest() {
        return levels.changes(COUNTY).getFirst().id().toString();
    }
}
