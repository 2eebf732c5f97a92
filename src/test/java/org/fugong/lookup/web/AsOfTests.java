package org.fugong.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What applied on a day, in a county that was at low risk from 19 March 2020, medium from the 22nd at 15:00, high from the 26th. */
@WebTest
@Transactional
class AsOfTests {

    private static final String COUNTY = "640424";
    private static final String PAGE = "/counties/" + COUNTY;

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    RiskLevels levels;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    TestClock clock;

    private Actor province;

    @BeforeEach
    void history() {
        province = opening.open("as-of-province", "a long enough password", "自治区管理员", Role.PROVINCE_ADMIN, "640000").actor();
        at("2020-03-22T15:00:00+08:00");
        levels.set(COUNTY, RiskLevel.MEDIUM, clock.instant(), "通告第7号", province);
        at("2020-03-24T09:00:00+08:00");
        var county = opening.open("as-of-county", "a long enough password", "县区管理员", Role.COUNTY_ADMIN, COUNTY).actor();
        adapted.adapt(0, new Adaptation(new TreeSet<>(List.of("D07")), new TreeMap<>(Map.of("C01", Map.of("days", 2.0)))), "口罩紧张", null,
                county);
        levels.set(COUNTY, RiskLevel.HIGH, Instant.parse("2020-03-25T16:00:00Z"), "通告第9号", province);
        at("2020-03-28T10:00:00+08:00");
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void aDayIsShownAsItEnded() throws Exception {
        var page = page("?on=2020-03-22");
        assertThat(page.select("main").text()).contains("2020年3月22日（当日结束时）的情况，不是现在的要求", "中风险", "通告第7号", "清单第 1 版 · 45 项");
        assertThat(page.select("#C01").text()).contains("3 天");
        assertThat(page("?on=2020-03-21").select(".level .tag").text()).isEqualTo("低风险");
        assertThat(page("?on=2020-03-25").select(".level .tag").text()).as("the next level begins at midnight").isEqualTo("中风险");
        assertThat(page("?on=2020-03-26").select(".level .tag").text()).isEqualTo("高风险");
    }

    @Test
    void whatChangedWithinTheDayIsSaid() throws Exception {
        assertThat(page("?on=2020-03-22").select("main").text()).contains("当天有变化 2020年3月22日 15:00 风险等级由低风险调整为中风险");
        assertThat(page("?on=2020-03-24").select("main").text()).contains("2020年3月24日 09:00 本县（市、区）对中风险清单的第 1 次减免和放宽");
        assertThat(page("?on=2020-03-26").select("main").text()).as("it changed at midnight").doesNotContain("当天有变化");
    }

    @Test
    void aMomentIsShownAsItWas() throws Exception {
        assertThat(page("?on=2020-03-22T14:59:59%2B08:00").select(".level .tag").text()).isEqualTo("低风险");
        assertThat(page("?on=2020-03-22T07:00:00Z").select(".level .tag").text()).isEqualTo("中风险");
        assertThat(page("?on=2020-03-22T15:00:00+08:00").select("main").text()).contains("2020年3月22日 15:00的情况");
    }

    @Test
    void theCountysListIsTheOneOfThen() throws Exception {
        var page = page("?on=2020-03-24");
        assertThat(page.text()).contains("清单第 1.1 版 · 44 项", "本县不要求： D07");
        assertThat(page.select("#C01").text()).contains("本县放宽：周转天数 2 天（全区 3 天）");
        assertThat(page("?on=2020-03-23").select("#D07")).hasSize(1);
    }

    @Test
    void whatWasRecordedLaterDoesNotCount() throws Exception {
        var page = page("?on=2020-03-27&known=2020-03-23");
        assertThat(page.select(".level .tag").text()).isEqualTo("中风险");
        assertThat(page.text()).contains("只按到2020年3月23日（当日结束时）为止已经公布的内容", "清单第 1 版 · 45 项");
        assertThat(page.select("a[href='" + PAGE + "?on=2020-03-27']").text()).isEqualTo("按现在已经公布的内容看");
        assertThat(page("?on=2020-03-27&known=2020-03-24").select(".level .tag").text()).as("scheduled by then").isEqualTo("高风险");
        assertThat(page("?known=2020-03-23").select(".level .tag").text()).isEqualTo("中风险");
    }

    @Test
    void aDayToComeIsShownAsScheduled() throws Exception {
        levels.set(COUNTY, RiskLevel.LOW, Instant.parse("2020-04-01T00:00:00Z"), "通告第11号", province);
        var page = page("?on=2020-04-01");
        assertThat(page.select(".level .tag").text()).isEqualTo("低风险");
        assertThat(page.select(".notice").text()).contains("2020年4月1日（当日结束时）将会有的情况");
        assertThat(page("?on=2020-03-28").select(".level .tag").text()).as("today is now").isEqualTo("高风险");
        assertThat(page("?on=2020-03-28").select(".notice").text()).contains("今天到现在为止");
    }

    @Test
    void beforeTheFirstLevelThePageSaysSinceWhen() throws Exception {
        var page = page("?on=2020-03-10");
        assertThat(page.select("main").text()).contains("还没有公布过风险等级", "最早的从2020年3月19日开始");
        assertThat(page.select("a[href='" + PAGE + "?on=2020-03-19']")).hasSize(1);
        assertThat(page("?on=2020-03-27&known=2020-03-10").select("main").text()).contains("还没有公布过风险等级");
    }

    @Test
    void itLeadsBackToTodayAndIsNotIndexed() throws Exception {
        var response = mvc.perform(get(PAGE + "?on=2020-03-22")).andReturn().getResponse();
        assertThat(response.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(Jsoup.parse(response.getContentAsString()).select("main a[href='" + PAGE + "']").text()).contains("看现在的要求");
    }

    @ParameterizedTest
    @CsvSource({"-5000-01-01,'日期太早，最早可填 1900-01-01'", "1899-12-31,'日期太早，最早可填 1900-01-01'", "3000-01-01,'日期太远，最晚可填 2999-12-31'",
            "99999-01-01,'日期太远，最晚可填 2999-12-31'", "+999999999-12-30,'日期太远，最晚可填 2999-12-31'"})
    void aDayThatCannotBeMeantIsToldWhichCan(String typed, String told) throws Exception {
        var page = Jsoup.parse(mvc.perform(get(PAGE).param("on", typed)).andExpect(status().isUnprocessableContent()).andReturn()
                .getResponse().getContentAsString());
        assertThat(page.select(".error-summary a[href='#on']").text()).isEqualTo(told);
        mvc.perform(get("/api/v1" + PAGE).param("on", typed)).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gestern", "2020-02-30", "2020-3-1", "2020-03-10T25:00:00Z", "2020-03-10T08:00", "<b>", "1584000000"})
    void whatIsNoDayIsSaidAtTheField(String typed) throws Exception {
        var page = Jsoup.parse(mvc.perform(get(PAGE).param("on", typed)).andExpect(status().isUnprocessableContent()).andReturn()
                .getResponse().getContentAsString());
        assertThat(page.select(".error-summary a[href='#on']").text()).isEqualTo("请填写日期，例如 2020-03-10");
        assertThat(page.select("#on-error").text()).isEqualTo("请填写日期，例如 2020-03-10");
        mvc.perform(get("/api/v1" + PAGE).param("on", typed)).andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("on: ")));
    }

    @Test
    void whatWillBeKnownIsNotKnown() throws Exception {
        var page = Jsoup
                .parse(mvc.perform(get(PAGE + "?on=2020-03-22&known=2020-03-29")).andExpect(status().isUnprocessableContent()).andReturn()
                        .getResponse().getContentAsString());
        assertThat(page.select("#known-error").text()).contains("不能晚于现在");
        mvc.perform(get("/api/v1" + PAGE + "?known=2020-03-29")).andExpect(status().isBadRequest());
    }

    @Test
    void machinesReadTheSame() throws Exception {
        mvc.perform(get("/api/v1" + PAGE + "?on=2020-03-24")).andExpect(jsonPath("$.level").value("MEDIUM"))
                .andExpect(jsonPath("$.on").value("2020-03-24T23:59:59.999999+08:00")).andExpect(jsonPath("$.listLabel").value("1.1"))
                .andExpect(jsonPath("$.items", hasSize(44)));
        mvc.perform(get("/api/v1" + PAGE + "?on=2020-03-24&known=2020-03-23T00:00:00Z")).andExpect(jsonPath("$.listLabel").value("1"))
                .andExpect(jsonPath("$.known").value("2020-03-23T08:00:00+08:00"));
        mvc.perform(get("/api/v1" + PAGE + "?on=2020-03-10")).andExpect(status().isOk()).andExpect(jsonPath("$.level").value(nullValue()))
                .andExpect(jsonPath("$.items").value(empty()));
        mvc.perform(get("/api/v1" + PAGE)).andExpect(jsonPath("$.level").value("HIGH"));
    }

    @Test
    void theCountyPageTellsTheHistoryAndAsksForADay() throws Exception {
        levels.set(COUNTY, RiskLevel.LOW, clock.instant(), "通告第10号", province);
        levels.set(COUNTY, RiskLevel.MEDIUM, clock.instant(), "通告第10号之二", province);
        var page = page("");
        assertThat(page.select(".past li").eachText()).containsExactly("中风险 2020年3月28日至今 通告第10号之二",
                "高风险 2020年3月26日至2020年3月28日 通告第9号", "中风险 2020年3月22日至2020年3月26日 通告第7号",
                "低风险 2020年3月19日至2020年3月22日 宁夏各县（市、区）及宁东风险等级（2020年3月19日，均为低风险）");
        assertThat(page.select(".past form[method=get] input[name=on]").attr("type")).isEqualTo("date");
        assertThat(page.select(".past [lang=zh-CN]")).hasSize(4);
    }

    private void at(String moment) {
        clock.set(OffsetDateTime.parse(moment).toInstant());
    }

    private Document page(String query) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(URI.create(PAGE + query))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
