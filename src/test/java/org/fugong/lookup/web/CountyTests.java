package org.fugong.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class CountyTests {

    private static final String COUNTY = "640104";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    RiskLevels levels;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    Clock clock;

    @Test
    void theHomePageNamesAllCountiesWithTheirLevels() throws Exception {
        var page = page("/");
        assertThat(page.select(".counties a")).hasSize(23).allMatch(county -> county.text().matches(".+ [低中高]风险"));
        assertThat(page.select(".counties a").eachText()).contains("兴庆区 低风险").anyMatch(county -> county.startsWith("宁东"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"银川市兴庆区,640104", "宁夏银川市兴庆区,640104", "石嘴山大武口,640202", "宁东基地,649901", "640104000000,640104", "640104,640104",
            "' ６４０１０４ ',640104", "Yinchuan Xingqing,640104", "Xing Qing,640104", "xq,640104", "xqq,640104", "XQQ,640104", "兴庆,640104",
            "640104 兴庆区,640104"})
    void aClearCountyIsShownAtOnceAndWhileItIsTypedIsTheOnlyOneListed(String typed, String code) throws Exception {
        mvc.perform(get("/").param("q", typed)).andExpect(redirectedUrl("/counties/" + code));
        assertThat(links(mvc.perform(get("/").param("q", typed).header("HX-Request", "true")))).containsExactly("/counties/" + code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"中卫,640502 640521 640522", "shizuishan,640202 640205 640221", "zw,640502 640521 640522", "640104 金凤区,640104 640106",
            "6402,640202 640205 640221"})
    void whereSeveralCountiesMayBeMeantTheyAreListed(String typed, String codes) throws Exception {
        assertThat(links(mvc.perform(get("/").param("q", typed)))).containsExactlyInAnyOrder(
                Stream.of(codes.split(" ")).map(code -> "/counties/" + code).toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"nowhere", "朝阳区", "640104001000", "110101", "石嘴山市兴庆区", "<zz>"})
    void whereNoneIsMeantItSaysSoAndKeepsWhatWasTyped(String typed) throws Exception {
        var answer = mvc.perform(get("/").param("q", typed)).andExpect(status().isOk());
        var page = Jsoup.parse(answer.andReturn().getResponse().getContentAsString());
        assertThat(page.text()).contains("没有找到这样的县区");
        assertThat(page.select("#q").val()).isEqualTo(typed);
        assertThat(links(answer)).hasSize(23);
        mvc.perform(get("/api/v1/counties").param("q", typed)).andExpect(jsonPath("$", hasSize(0)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"银川市兴庆区", "640104000000", "Yinchuan Xingqing", "xqq"})
    void machinesAskWhichCountyIsMeant(String written) throws Exception {
        mvc.perform(get("/api/v1/counties").param("q", written)).andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].code").value("640104"));
        mvc.perform(get("/api/v1/counties").param("q", " ")).andExpect(jsonPath("$", hasSize(23)));
    }

    @Test
    void theCountyLookedAtLastComesFirst() throws Exception {
        mvc.perform(get("/counties/640104")).andExpect(cookie().value("county", "640104"));
        var page = mvc.perform(get("/").cookie(new Cookie("county", "640104"))).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(page).select(".county-big").text()).isEqualTo("兴庆区 低风险");
        mvc.perform(get("/").cookie(new Cookie("county", "<script>"))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("county-big"))));
    }

    @Test
    void aLowRiskCountySaysThatWorkMayStartNow() throws Exception {
        var page = page("/counties/640104");
        assertThat(page.text()).contains("现在就可以复工，不用申请、备案，也不用等任何人同意", "2020年3月19日", "96168", "不得收取复工复产保证金", "非官方文本");
        assertThat(page.select(".conditions > li")).hasSize(38);
        assertThat(page.select(".conditions .tag").eachText()).containsOnly("建议");
        assertThat(page.select(".conditions").text()).doesNotContain("要求：", "材料：");
    }

    @Test
    void aMediumRiskCountyShowsTheListWithItsFigures() throws Exception {
        set(RiskLevel.MEDIUM);
        var page = page("/counties/640104");
        assertThat(page.text()).contains("提交清单或承诺书后，当即可以复工", "自治区指挥部通告第7号", "清单第 1 版 · 45 项");
        assertThat(page.select("#C01").text()).contains("现有口罩多少只？", "要求：不少于 拟复工人数 × 每人每日 2 只 × 3 天", "材料：物资台账", "依据 甘工信发电〔2020〕16号");
        assertThat(page.select("#A02").text()).contains("可容缺", "可以先复工，3 日内补交");
        assertThat(page.select("#F02").text()).contains("疫情结束后 30 日内补交", "仅在“是否涉及危险化学品或特种设备”为“是”时适用");
        assertThat(page.select("#B02").text()).contains("排查天数 14 天");
    }

    @Test
    void whatACountyAsksLessIsShownBesideWhatTheProvinceAsks() throws Exception {
        set(RiskLevel.MEDIUM);
        var admin = opening.open("county-3", "a long enough password", "县区管理员", Role.COUNTY_ADMIN, COUNTY).actor();
        adapted.adapt(0, new Adaptation(new TreeSet<>(List.of("D07")), new TreeMap<>(Map.of("C01", Map.of("days", 2.0)))), "口罩紧张", null,
                admin);
        var page = page("/counties/640104");
        assertThat(page.select("#C01").text()).contains("不少于 拟复工人数 × 每人每日 2 只 × 2 天", "本县放宽：周转天数 2 天（全区 3 天）");
        assertThat(page.select("#D07")).isEmpty();
        assertThat(page.text()).contains("本县不要求： D07", "清单第 1.1 版 · 44 项");
        mvc.perform(get("/api/v1/counties/640104"))
                .andExpect(jsonPath("$.items[?(@.code == 'C01')].parameters.days.value").value(2.0))
                .andExpect(jsonPath("$.items[?(@.code == 'C01')].parameters.days.provincial").value(3.0));
    }

    @Test
    void answersNarrowTheListToWhatApplies() throws Exception {
        set(RiskLevel.MEDIUM);
        var page = page("/counties/640104?has_dormitory=no&has_canteen=no&has_shuttle=yes&planned_staff=yes");
        assertThat(page.select("#C07, #C08, #D04, #D05")).isEmpty();
        assertThat(page.select("#C09, #D03")).hasSize(2);
        assertThat(page.text()).contains("45 项，其中 41 项适用于您");
        assertThat(page.select("input[name=has_shuttle][value=yes]").hasAttr("checked")).isTrue();
    }

    @Test
    void thePageIsThereInEnglish() throws Exception {
        set(RiskLevel.HIGH);
        var page = page("/counties/640104?lang=en");
        assertThat(page.text()).contains("Xingqing", "High risk", "Send an application",
                "at least “Staff planned to resume work” × 2 masks per person and day × 3 days");
        assertThat(page.select("main").text()).doesNotContain("要求：", "依据 ");
    }

    @Test
    void anUnknownCountyIsNotFound() throws Exception {
        mvc.perform(get("/counties/999999")).andExpect(status().isNotFound());
        mvc.perform(get("/counties/110101")).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/counties/999999")).andExpect(status().isNotFound());
    }

    @Test
    void machinesReadTheSame() throws Exception {
        mvc.perform(get("/api/v1/counties")).andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$", hasSize(23)))
                .andExpect(jsonPath("$[0].code").value("640104")).andExpect(jsonPath("$[0].name").value("兴庆区"))
                .andExpect(jsonPath("$[0].prefecture").value("银川市")).andExpect(jsonPath("$[0].level").value("LOW"))
                .andExpect(jsonPath("$[0].regime").value("NOTICE"));
        mvc.perform(get("/api/v1/counties/640104"))
                .andExpect(jsonPath("$.level").value("LOW")).andExpect(jsonPath("$.since").value("2020-03-19T00:00:00+08:00"))
                .andExpect(jsonPath("$.listVersion").value(1)).andExpect(jsonPath("$.items", hasSize(38)))
                .andExpect(jsonPath("$.items[0].code").value("A01")).andExpect(jsonPath("$.items[0].category").value("A"));
    }

    private void set(RiskLevel level) {
        var admin = opening.open("province-3", "a long enough password", "自治区管理员", Role.PROVINCE_ADMIN, "640000").actor();
        levels.set(COUNTY, level, clock.instant(), "自治区指挥部通告第7号", admin);
    }

    private static List<String> links(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString()).select("#counties a").eachAttr("href");
    }

    private Document page(String address) throws Exception {
        var response = mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse();
        return Jsoup.parse(response.getContentAsString());
    }
}
