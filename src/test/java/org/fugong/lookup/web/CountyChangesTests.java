package org.fugong.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListContent;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.rule.Fact;
import org.fugong.rule.FactType;
import org.fugong.rule.Unit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A county that went from low to medium, asked less, and is to meet a second version of the list. */
@WebTest
@Transactional
class CountyChangesTests {

    private static final String COUNTY = "640423";
    private static final String PAGE = "/counties/" + COUNTY + "/changes";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    RiskLevels levels;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    TestClock clock;

    private Actor province;
    private Actor second;

    @BeforeEach
    void history() {
        province = opening.open("changes-province", "a long enough password", "自治区管理员", Role.PROVINCE_ADMIN, "640000").actor();
        second = opening.open("changes-second", "a long enough password", "自治区管理员乙", Role.PROVINCE_ADMIN, "640000").actor();
        var county = opening.open("changes-county", "a long enough password", "县区管理员", Role.COUNTY_ADMIN, COUNTY).actor();
        at("2020-03-22T15:00:00+08:00");
        levels.set(COUNTY, RiskLevel.MEDIUM, clock.instant(), "通告第7号", province);
        at("2020-03-24T09:00:00+08:00");
        adapted.adapt(0, new Adaptation(new TreeSet<>(List.of("D07")), new TreeMap<>(Map.of("C01", Map.of("days", 2.0)))), "口罩紧张", null,
                county);
        at("2020-03-27T10:00:00+08:00");
        publish("通告第12号", "口罩供应好转", "2020-04-02T00:00:00+08:00", 1.0);
    }

    @AfterEach
    void present() {
        clock.reset();
    }

    @Test
    void everythingThatChangedStandsThereWhatTakesEffectLastInFront() throws Exception {
        var page = page(PAGE);
        assertThat(page.select("section h2").eachText()).containsExactly("中风险清单第 2 版 即将生效", "本县（市、区）对中风险清单的第 1 次减免和放宽",
                "风险等级由低风险调整为中风险", "风险等级定为低风险", "高风险清单第 1 版", "中风险清单第 1 版", "低风险清单第 1 版");
        assertThat(page.select("section").get(0).text()).contains("2020年4月2日 00:00", "2020年3月27日 10:00公布", "通告第12号", "口罩供应好转", "有改动：C01");
        assertThat(page.select("section").get(1).text()).contains("口罩紧张", "有改动：C01", "删去：D07");
        assertThat(page.select("section").get(2).text()).contains("2020年3月22日 15:00", "通告第7号");
    }

    @Test
    void thePageOfTheCountyAnnouncesTheVersionThatComes() throws Exception {
        var announced = page("/counties/" + COUNTY).select(".level");
        assertThat(announced.text()).contains("自 2020年4月2日 00:00 起施行：中风险清单第 2 版");
        assertThat(announced.select("a").attr("href")).isEqualTo(PAGE + "/MEDIUM?from=1&to=2");
        assertThat(page(announced.select("a").attr("href")).select("h3")).isNotEmpty();
        levels.set(COUNTY, RiskLevel.LOW, clock.instant(), "通告第20号", province);
        assertThat(page("/counties/" + COUNTY).select(".level").text()).as("not of a level that does not hold").doesNotContain("第 2 版");
        levels.set(COUNTY, RiskLevel.MEDIUM, time("2020-04-10T00:00:00+08:00"), "通告第21号", province);
        assertThat(page("/counties/" + COUNTY).select(".level").text()).contains("第 2 版", "自 2020年4月10日 00:00 起调整为中风险");
        at("2020-04-02T00:00:00+08:00");
        assertThat(page("/counties/" + COUNTY).select(".level").text()).as("not what has come").doesNotContain("起施行");
    }

    @Test
    void whatIsOnlyDraftedOrAskedForIsNotPublic() throws Exception {
        var draft = drafting.start(RiskLevel.HIGH, province);
        draft = drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), province);
        impacts.foresee(draft.id(), province);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("秘密依据", "秘密原因", null, false), province);
        assertThat(page(PAGE).text()).doesNotContain("秘密", "高风险清单第 2 版");
        assertThat(page(PAGE + "/HIGH").select("#from option")).hasSize(2);
        assertThat(feed(get(PAGE + ".atom")).getEntries()).extracting(SyndEntry::getTitle).doesNotContain("高风险清单第 2 版");
        mvc.perform(get("/api/v1" + PAGE)).andExpect(jsonPath("$.changes[?(@.level == 'HIGH' && @.number == 2)]", hasSize(0)));
        mvc.perform(get(PAGE + "/HIGH?from=1&to=2")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void whatIsReplacedBeforeItsTimeIsSaidToBe() throws Exception {
        levels.set(COUNTY, RiskLevel.HIGH, time("2020-04-05T00:00:00+08:00"), "通告第13号", province);
        levels.set(COUNTY, RiskLevel.LOW, time("2020-04-05T00:00:00+08:00"), "通告第14号", province);
        publish("通告第15号", "提前施行", null, 2.0);
        var headings = page(PAGE).select("section h2").eachText();
        assertThat(headings).contains("风险等级由中风险调整为低风险 即将生效", "风险等级由中风险调整为高风险 生效前已被接替",
                "中风险清单第 2 版 生效前已被接替", "中风险清单第 3 版");
    }

    @Test
    void anyTwoEditionsAreLaidSideBySide() throws Exception {
        var page = page(PAGE + "/MEDIUM?from=1&to=2.1");
        assertThat(page.select("#from option").eachText()).containsExactly("请选择", "第 1 版（2020年3月3日起）", "第 1.1 版（2020年3月24日起）",
                "第 2 版（2020年4月2日起）", "第 2.1 版（2020年4月2日起）");
        assertThat(page.select("#to option[selected]").attr("value")).isEqualTo("2.1");
        assertThat(page.select("h3")).hasSize(3).extracting(Element::text).satisfiesExactly(
                basis -> assertThat(basis).isEqualTo("法律依据 有改动"),
                changed -> assertThat(changed).startsWith("C01 ").endsWith(" 有改动"),
                removed -> assertThat(removed).startsWith("D07 ").endsWith(" 删去"));
        assertThat(page.select("del.was, ins.now").eachText()).containsSubsequence("3", "1");
        assertThat(page.text()).contains("国办发明电〔2020〕6号", "通告第12号", "口罩供应好转");
        assertThat(page(PAGE + "/MEDIUM?from=2.1&to=2.1").text()).contains("没有差别");
        assertThat(page(PAGE + "/MEDIUM").select("del, ins")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "1.2", "0", "-1", "x", "1'--", "1.1.1", ""})
    void anEditionThatIsNotThereIsSaidAtTheField(String label) throws Exception {
        var page = Jsoup
                .parse(mvc.perform(get(PAGE + "/MEDIUM").param("from", "1").param("to", label)).andExpect(status().isUnprocessableContent())
                        .andReturn().getResponse().getContentAsString());
        assertThat(page.select("#to-error").text()).isEqualTo("请从各版中选择一版");
    }

    @Test
    void aLongHistoryIsWalkedPageByPage() throws Exception {
        for (int day = 10; day < 28; day++) {
            levels.set(COUNTY, day % 2 == 0 ? RiskLevel.LOW : RiskLevel.MEDIUM, time("2020-04-" + day + "T00:00:00+08:00"), "通告" + day,
                    province);
        }
        var first = page(PAGE);
        assertThat(first.select("section")).hasSize(20);
        var next = page(first.select("a[rel=next]").attr("href"));
        assertThat(next.select("section")).hasSize(5);
        assertThat(page(next.select("a[rel=prev]").attr("href")).select("section").eachAttr("id"))
                .isEqualTo(first.select("section").eachAttr("id"));
        assertThat(page(PAGE + "?after=garbage").select("section")).hasSize(20);
        mvc.perform(get("/api/v1" + PAGE)).andExpect(jsonPath("$.changes", hasSize(20))).andExpect(jsonPath("$.next").isNotEmpty());
    }

    @Test
    void theFeedIsAtomWithIdsThatStay() throws Exception {
        var feed = feed(get(PAGE + ".atom"));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries()).extracting(SyndEntry::getTitle).as("what was published last").startsWith("中风险清单第 2 版",
                "本县（市、区）对中风险清单的第 1 次减免和放宽");
        assertThat(feed.getEntries()).allSatisfy(entry -> {
            assertThat(entry.getUri()).startsWith("urn:uuid:");
            assertThat(entry.getUpdatedDate()).isNotNull();
            assertThat(entry.getLink()).startsWith("http://localhost/counties/640423/changes");
        });
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates()
                .isEqualTo(feed(get(PAGE + ".atom")).getEntries().stream().map(SyndEntry::getUri).toList());
        assertThat(feed.getEntries().getFirst().getContents().getFirst().getValue()).contains("生效时间：2020年4月2日 00:00", "依据文件：通告第12号",
                "有改动：C01");
        var xml = mvc.perform(get(PAGE + ".atom")).andReturn().getResponse().getContentAsString();
        assertThat(xml).contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"http://localhost/counties/640423/changes.atom\"",
                "<updated>2020-03-27T02:00:00Z</updated>", "<author>");
    }

    @Test
    void theFeedSpeaksTheLanguageThatIsAskedFor() throws Exception {
        mvc.perform(get(PAGE + ".atom").header("Accept-Language", "en-GB,en;q=0.8,zh;q=0.5"))
                .andExpect(header().string("Content-Language", "en")).andExpect(header().stringValues("Vary", hasItem("Accept-Language")));
        assertThat(feed(get(PAGE + ".atom").header("Accept-Language", "en")).getEntries().getFirst().getTitle())
                .isEqualTo("Medium risk: list version 2");
        assertThat(feed(get(PAGE + ".atom?lang=en")).getEntries().getFirst().getContents().getFirst().getValue())
                .contains("In effect from: 2 April 2020");
        assertThat(feed(get(PAGE + ".atom?lang=zh").header("Accept-Language", "en")).getEntries().getFirst().getTitle())
                .isEqualTo("中风险清单第 2 版");
        assertThat(feed(get(PAGE + ".atom").header("Accept-Language", "fr, zh-TW")).getEntries().getFirst().getTitle())
                .isEqualTo("中风险清单第 2 版");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE + ".atom", "/api/v1" + PAGE})
    void whatIsNotNewIsNotSentAgain(String address) throws Exception {
        var first = mvc.perform(get(address)).andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-cache")).andReturn()
                .getResponse();
        var tag = first.getHeader("ETag");
        at("2020-03-27T11:00:00+08:00");
        mvc.perform(get(address).header("If-None-Match", tag)).andExpect(status().isNotModified()).andExpect(content().string(""))
                .andExpect(header().string("ETag", tag));
        assertThat(mvc.perform(get(address)).andReturn().getResponse().getContentAsString()).isEqualTo(first.getContentAsString());
        mvc.perform(get(address + "?lang=en").header("If-None-Match", tag)).andExpect(status().isOk());
        levels.set(COUNTY, RiskLevel.HIGH, time("2020-04-05T00:00:00+08:00"), "通告第13号", province);
        mvc.perform(get(address).header("If-None-Match", tag)).andExpect(status().isOk());
    }

    @Test
    void theFeedTellsWhenItLastChanged() throws Exception {
        mvc.perform(get(PAGE + ".atom")).andExpect(header().string("Last-Modified", "Fri, 27 Mar 2020 02:00:00 GMT"));
        mvc.perform(get(PAGE + ".atom").header("If-Modified-Since", "Fri, 27 Mar 2020 02:00:00 GMT")).andExpect(status().isNotModified());
        mvc.perform(get(PAGE + ".atom").header("If-Modified-Since", "Fri, 27 Mar 2020 01:59:59 GMT")).andExpect(status().isOk());
    }

    @Test
    void machinesReadTheChangesToo() throws Exception {
        mvc.perform(get("/api/v1" + PAGE)).andExpect(jsonPath("$.changes", hasSize(7))).andExpect(jsonPath("$.next").value(nullValue()))
                .andExpect(jsonPath("$.changes[0].kind").value("LIST")).andExpect(jsonPath("$.changes[0].coming").value(true))
                .andExpect(jsonPath("$.changes[0].effectiveAt").value("2020-04-02T00:00:00+08:00"))
                .andExpect(jsonPath("$.changes[0].basis").value("通告第12号"))
                .andExpect(jsonPath("$.changes[0].conditions[0].code").value("C01"))
                .andExpect(jsonPath("$.changes[0].conditions[0].fields[0].was").value("3"))
                .andExpect(jsonPath("$.changes[2].levelBefore").value("LOW")).andExpect(jsonPath("$.changes[1].from").value("1"))
                .andExpect(jsonPath("$.changes[1].to").value("1.1")).andExpect(jsonPath("$.changes[2].from").value(nullValue()));
        mvc.perform(get("/api/v1/counties/999999/changes")).andExpect(status().isNotFound());
    }

    @Test
    void theCountyPageLeadsThere() throws Exception {
        var page = page("/counties/" + COUNTY);
        assertThat(page.select("link[rel=alternate][type='application/atom+xml']").attr("href")).isEqualTo(PAGE + ".atom");
        assertThat(page.select("a[href='" + PAGE + "']")).hasSize(1);
        mvc.perform(get("/counties/999999/changes")).andExpect(status().isNotFound());
        mvc.perform(get("/counties/999999/changes.atom")).andExpect(status().isNotFound());
    }

    @Test
    void chineseTextsAreMarkedOnEnglishPages() throws Exception {
        var page = page(PAGE + "?lang=en");
        page.select("[lang=zh-CN]").remove();
        assertThat(page.select("main").text()).doesNotContainPattern("\\p{IsHan}");
        var county = page("/counties/" + COUNTY + "?lang=en");
        county.select("[lang=zh-CN]").remove();
        assertThat(county.select("main").text()).doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/lists", "/admin/lists/{list}", "/admin/lists/{list}/comparison?with=1", "/admin/risk-levels/640423",
            "/admin/catalogue"})
    void chineseTextsAreMarkedOnTheEnglishPagesOfTheDesk(String address) throws Exception {
        long list = drafting.start(RiskLevel.MEDIUM, province).id() - 1;
        var page = Jsoup
                .parse(mvc.perform(get(address.replace("{list}", String.valueOf(list))).param("lang", "en").with(Session.as(province)))
                        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        page.select("[lang=zh-CN]").remove();
        assertThat(page.select("main").text().replaceAll("(自治区)?管理员乙?", "")).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void theProvinceLaysAnyTwoVersionsSideBySideAlsoADraft() throws Exception {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        var address = "/admin/lists/" + draft.id() + "/comparison";
        var page = Jsoup.parse(mvc.perform(get(address + "?with=1").with(Session.as(province))).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString());
        assertThat(page.select("#with option").eachText()).containsExactly("请选择", "第 2 版（即将生效）", "第 1 版（现行）");
        assertThat(page.select("main section h2").eachText()).containsExactly("中风险清单 · 第 1 版", "中风险清单 · 第 3 版", "逐项差别");
        assertThat(page.select("main").text()).contains("国办发明电〔2020〕6号", "依据公开资料整理的首版清单", "起草于2020年3月27日");
        assertThat(page.select("del.was").eachText()).contains("3");
        assertThat(page.select("ins.now").eachText()).contains("1", "通告第12号");
        mvc.perform(get(address).with(Session.as(province))).andExpect(status().isOk());
        for (var unknown : List.of("9", "3", "x", "-1")) {
            mvc.perform(get(address).param("with", unknown).with(Session.as(province))).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void allThatAVersionSaysIsComparedOnPagesInTheFeedAndForMachines() throws Exception {
        var before = drafting.start(RiskLevel.HIGH, province).content();
        var headings = new ArrayList<>(before.categories());
        headings.set(0, new Category(headings.getFirst().code(), "防控组织", "Organisation anew"));
        var facts = new ArrayList<>(before.facts());
        facts.add(new Fact("has_gym", FactType.YES_NO, null, "有无健身房", "Has a gym", List.of(), false));
        var units = new LinkedHashMap<>(before.units());
        units.put("box", new Unit("箱", "boxes", "box"));
        var draft = drafting.fill(RiskLevel.HIGH, drafting.start(RiskLevel.HIGH, province).lock(),
                new ListContent(headings, facts, before.items(), units, List.of()), province);
        var desk = Jsoup.parse(
                mvc.perform(get("/admin/lists/" + draft.id()).with(Session.as(province))).andReturn().getResponse().getContentAsString());
        assertThat(desk.select("main h3").eachText()).contains("类别：" + headings.getFirst().code() + " 防控组织 有改动", "企业情况：有无健身房 新增",
                "单位：箱 新增");
        publish(draft, "通告第20号", "类别和企业情况调整", null);

        var told = page(PAGE).select("section:has(h2:contains(高风险清单第 2 版)) li").eachText();
        assertThat(told).contains("有改动：法律依据", "有改动：类别：" + headings.getFirst().code() + " 防控组织", "新增：企业情况：有无健身房", "新增：单位：箱")
                .anyMatch(line -> line.startsWith("删去：示例："));
        assertThat(feed(get(PAGE + ".atom?lang=en")).getEntries().getFirst().getContents().getFirst().getValue())
                .contains("Added: Fact about the firm: Has a gym",
                        "Changed: Heading: " + headings.getFirst().code() + " Organisation anew");
        mvc.perform(get("/api/v1" + PAGE)).andExpect(
                jsonPath("$.changes[?(@.basis == '通告第20号')].others[?(@.title == '企业情况：有无健身房')].fields[0].now", hasItem("有无健身房")));

        var compared = page(PAGE + "/HIGH?from=1&to=2&lang=en");
        assertThat(compared.select("main h3").eachText()).contains("Legal basis Changed", "Fact about the firm: Has a gym Added",
                "Unit: boxes Added");
        assertThat(compared.select("del.was, ins.now").eachText()).contains("防控组织", "Organisation anew", "Yes or no", "箱", "boxes");
        compared.select("[lang=zh-CN]").remove();
        assertThat(compared.select("ins.now").text()).doesNotContainPattern("\\p{IsHan}");
    }

    private void publish(String basis, String reason, String from, double days) {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        draft = drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", days), province);
        publish(draft, basis, reason, from == null ? null : time(from));
    }

    private void publish(ConditionList draft, String basis, String reason, Instant from) {
        impacts.foresee(draft.id(), province);
        draft = publication.ask(draft.id(), draft.lock(), new PublicationRequest(basis, reason, from, false), province);
        publication.confirm(draft.id(), draft.lock(), second);
    }

    private void at(String moment) {
        clock.set(time(moment));
    }

    private static Instant time(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }

    private SyndFeed feed(MockHttpServletRequestBuilder request) throws Exception {
        var response = mvc.perform(request).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/atom+xml;charset=UTF-8")).andReturn().getResponse();
        return new SyndFeedInput().build(new StringReader(response.getContentAsString()));
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
    }
}
