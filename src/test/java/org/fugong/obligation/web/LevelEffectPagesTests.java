package org.fugong.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.obligation.AddedItems;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** What a firm and its county see of a change of level, and what the firm does about it. */
@WebTest
@Transactional
class LevelEffectPagesTests {

    private static final String COUNTY = "640381";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Inbox inbox;
    @Autowired
    AddedItems added;
    @Autowired
    DueJobs jobs;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Site site;
    private Actor actor;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏等级页面有限公司");
        site = firms.site(firm, COUNTY);
        actor = Firms.actor(firm);
    }

    @Test
    void aNoticeIsShownAtHomeUntilItIsOpenedAndLeadsToWhatToDo() throws Exception {
        become(RiskLevel.LOW);
        var filing = filed.submitted(firm, site, FilingKind.NOTICE);
        become(RiskLevel.MEDIUM);
        var home = page(get("/my"), actor);
        assertThat(home.select("section.notice-unread").text()).contains("可以继续开工", filing.no());
        assertThat(home.select(".notice").text()).contains("请在").contains("前办理备案");
        assertThat(home.select(".measure a[href^=/my/filings/new]").eachText()).as("one way to do it").hasSize(1);
        var id = inbox.foremost(Firms.actor(firm), 1).getFirst().id();
        assertThat(perform(post("/my/notices/" + id + "/reading"), actor).getRedirectedUrl())
                .isEqualTo("/my/filings/new?site=" + site.id());
        assertThat(page(get("/my"), actor).select("section.notice-unread")).isEmpty();
        assertThat(page(get("/my/notices"), actor).select("main").text()).contains("已读", filing.no());
        assertThat(page(get("/my/notices").param("lang", "en"), actor).select("main").text()).contains("may keep running");
    }

    /** To high risk and back again firms keep running on what they have filed, or were permitted. */
    @ParameterizedTest
    @CsvSource({"MEDIUM, COMMITMENT, HIGH", "MEDIUM, CHECKLIST, LOW"})
    void whoRunsOnAFilingIsOfferedNoOther(RiskLevel before, FilingKind kind, RiskLevel after) throws Exception {
        become(before);
        var filing = filed.submitted(firm, site, kind);
        become(after);
        var home = page(get("/my"), actor);
        assertThat(home.select("a[href^=/my/filings/new]")).isEmpty();
        assertThat(home.select("main").text()).contains("可以").doesNotContain("复工前提交申请", "已不适用");
        assertThat(home.select("a.btn[href=/my/filings/" + filing.no() + "]").text()).isEqualTo("查看");
    }

    @Test
    void allThatIsOnThePageIsReadAtOnceAndAnotherFirmReadsNothingOfIt() throws Exception {
        become(RiskLevel.LOW);
        filed.submitted(firm, site, FilingKind.NOTICE);
        become(RiskLevel.MEDIUM);
        var newest = inbox.foremost(Firms.actor(firm), 1).getFirst().id();
        var other = Firms.actor(firms.complete("宁夏别家通知有限公司"));
        assertThat(perform(post("/my/notices/" + newest + "/reading"), other).getStatus()).isEqualTo(404);
        perform(post("/my/notices/readings").param("upTo", String.valueOf(newest)), other);
        assertThat(inbox.foremost(Firms.actor(firm), 1)).hasSize(1);
        perform(post("/my/notices/readings").param("upTo", String.valueOf(newest)), actor);
        assertThat(inbox.foremost(Firms.actor(firm), 1)).isEmpty();
    }

    @Test
    void aClosedApplicationSaysOnEveryPageThatWorkMayStart() throws Exception {
        become(RiskLevel.HIGH);
        var filing = filed.submitted(firm, site, FilingKind.APPLICATION);
        become(RiskLevel.LOW);
        assertThat(page(get("/my/filings/" + filing.no()), actor).select("main").text()).contains("低风险已办结，可以开工", "申请已经办结，不需要答复");
        assertThat(page(get("/receipts/" + filing.token()), null).select("main").text()).contains("已办结").contains("可以");
        assertThat(page(get("/desk/filings/" + filing.no()), received.official(COUNTY)).select("main").text()).contains("调整为低风险，申请办结");
        become(RiskLevel.MEDIUM);
        assertThat(page(get("/my/filings/" + filing.no()), actor).select("main").text()).contains("可以继续开工").contains("前办理备案");
    }

    @Test
    void anApplicationIsSignedOnAPageOfItsOwn() throws Exception {
        become(RiskLevel.HIGH);
        var filing = filed.submitted(firm, site, FilingKind.APPLICATION);
        var path = "/my/filings/" + filing.no() + "/commitment";
        assertThat(page(get(path), actor).select("main").text()).contains("先签好承诺书");
        become(RiskLevel.MEDIUM);
        assertThat(page(get("/my"), actor).select(".notice a").eachAttr("href")).contains(path);
        assertThat(page(get(path), actor).select("main").text()).contains("签署后立即生效", "复工复产告知承诺书").doesNotContain("??");
        assertThat(page(get(path).param("lang", "en"), actor).select("main").text()).doesNotContain("??");
        var refused = perform(post(path).param("signedName", "李强").param("signedRole", "厂长").param("password", "wrong password"), actor);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select(".error-summary a").eachAttr("href")).containsExactly("#password");
        var empty = Jsoup.parse(perform(post(path), actor).getContentAsString());
        assertThat(empty.select(".error-summary a").eachAttr("href")).containsExactly("#signedName", "#signedRole", "#password");
        assertThat(filing.state()).isEqualTo(FilingState.SUBMITTED);
        var signed = perform(post(path).param("signedName", "李强").param("signedRole", "厂长").param("password", Firms.PASSWORD), actor);
        assertThat(signed.getRedirectedUrl()).isEqualTo("/my/filings/" + filing.no());
        assertThat(filing.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(page(get("/my/filings/" + filing.no()), actor).select("main").text()).contains("已备案，可以复工", "查看核查与整改");
        assertThat(perform(get(path), actor).getRedirectedUrl()).isEqualTo("/my/filings/" + filing.no());
    }

    @Test
    void addedItemsAreConfirmedOneByOneAndWhatIsLeftIsNamed() throws Exception {
        var filing = withAdditions("C10", "E01");
        var path = "/my/filings/" + filing.no() + "/additions";
        assertThat(page(get("/my/filings/" + filing.no()), actor).select(".notice a").eachAttr("href")).contains(path);
        var first = added.of(actor, filing.no()).items().getFirst();
        var half = perform(post(path).param("C10", first.words()), actor);
        assertThat(half.getStatus()).isEqualTo(422);
        var left = Jsoup.parse(half.getContentAsString());
        assertThat(left.select(".error-summary a").eachAttr("href")).containsExactly("#E01");
        assertThat(left.select("input[type=checkbox]").eachAttr("name")).containsExactly("E01");
        var rest = perform(post(path).param("E01", left.select("#E01").val()), actor);
        assertThat(rest.getRedirectedUrl()).isEqualTo("/my/filings/" + filing.no());
        assertThat(page(get("/my/filings/" + filing.no()), actor).select("main").text()).contains("C10", "E01", "企业已完成：确认新增条件");
    }

    @Test
    void theCountySeesWhoIsAskedForWhatAndNobodyElseDoes() throws Exception {
        var filing = withAdditions("C10");
        var official = received.official(COUNTY);
        assertThat(page(get("/desk/obligations"), official).select("main").text()).contains(filing.no(), "宁夏等级页面有限公司", "确认新增条件");
        assertThat(page(get("/desk/obligations"), received.official("640105")).select("main").text()).doesNotContain(filing.no());
        assertThat(page(get("/desk/filings/" + filing.no()), official).select(".notice").text()).contains("前确认新增的条件");
    }

    @Test
    void whatIsOwedIsShownAsAdviceWithoutADate() throws Exception {
        become(RiskLevel.MEDIUM);
        var one = received.checklist(COUNTY, "宁夏建议有限公司", LocalDate.of(2026, 12, 31));
        become(RiskLevel.LOW);
        assertThat(page(get("/my/filings/" + one.no()), one.actor()).select("main").text()).contains("已转为建议，没有期限")
                .doesNotContain("2020年3月26日");
        assertThat(page(get("/desk/filings/" + one.no()), received.official(COUNTY)).select("main").text()).contains("容缺事项已转为建议");
        assertThat(page(get("/my/filings/" + one.no() + "/verification"), one.actor()).select("main").text()).contains("核查已结束，只有建议",
                "调整为低风险，转为指导");
    }

    @Test
    void aDraftShowsThatItGoesOnAsAnotherKind() throws Exception {
        become(RiskLevel.MEDIUM);
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        become(RiskLevel.HIGH);
        assertThat(page(get("/my/drafts/" + draft.id()), actor).select(".notice").text()).contains("草稿已转为").contains("中风险").contains("高风险");
    }

    private Filing withAdditions(String... omitted) {
        become(RiskLevel.MEDIUM);
        jdbc.sql(
                """
                        insert into county_adaptation (county, level, revision, adaptation, reason, effective_at, recorded_at, recorded_by)
                        select ?, 'MEDIUM', 1, cast(? as jsonb), '辖区情况', timestamptz '2020-01-01', timestamptz '2020-01-01', min(id)
                            from account""")
                .params(COUNTY, "{\"omitted\": [\"" + String.join("\", \"", List.of(omitted)) + "\"], \"relaxed\": {}}").update();
        var filing = filed.submitted(firm, site, FilingKind.COMMITMENT);
        become(RiskLevel.HIGH);
        return filing;
    }

    private void become(RiskLevel level) {
        filed.level(COUNTY, level);
        jobs.run("level-effects",
                jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single());
    }

    private Document page(MockHttpServletRequestBuilder request, Actor who) throws Exception {
        var response = perform(request, who);
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request, Actor who) throws Exception {
        if (who != null) {
            request.with(Session.as(who));
        }
        return mvc.perform(request.with(csrf()).locale(Locale.SIMPLIFIED_CHINESE)).andReturn().getResponse();
    }
}
