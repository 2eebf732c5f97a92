package org.fugong.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.application.RepliedApplications;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingClosing;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.SentNotice;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** What is over is shown as past, on every page of it, and offers nothing that would be refused. */
@WebTest
@Transactional
class PastThingsTests {

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
    RepliedApplications replies;
    @Autowired
    Filings filings;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    FilingClosing closing;
    @Autowired
    DraftEditing editing;
    @Autowired
    Inbox inbox;
    @Autowired
    DueJobs jobs;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Site site;
    private Actor actor;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏已往有限公司");
        site = firms.site(firm, COUNTY);
        actor = Firms.actor(firm);
    }

    static Stream<Arguments> pastFilings() {
        return Stream.of(FilingState.WITHDRAWN, FilingState.CHANGED, FilingState.REFUSED, FilingState.CLOSED, FilingState.ENDED)
                .flatMap(state -> Stream.of(RiskLevel.values()).map(level -> Arguments.of(state, level)));
    }

    @ParameterizedTest
    @MethodSource("pastFilings")
    void aFilingThatIsOverOffersNothingThatIsRefused(FilingState state, RiskLevel then) throws Exception {
        var no = over(state).no();
        become(then);
        for (var language : List.of("zh", "en")) {
            for (var address : List.of("/my", "/my/filings/" + no, "/my/filings/" + no + "/receipt", "/my/notices")) {
                for (var button : page(address, actor, language).select("main a.btn[href]").eachAttr("href")) {
                    var reached = response(get(button), actor, "zh");
                    assertThat(reached.getStatus()).as(button).isEqualTo(200);
                    assertThat(reached.getContentAsString()).as(button).doesNotContain("不需要再办", "不再办理");
                }
            }
            var page = page("/my/filings/" + no, actor, language);
            assertThat(page.select("main form:not([action$=/renewals])")).isEmpty();
            assertThat(page.select(".receipt-page .tag-met")).hasSize(state == FilingState.CLOSED ? 1 : 0);
            assertThat(page.select("main").text()).doesNotContain("??");
        }
        var page = page("/my/filings/" + no, actor, "zh");
        assertThat(page.select("a.btn[href^=/my/filings/new]").hasClass("btn"))
                .as("again, unless something newer stands, or it is asked for above").isEqualTo(state != FilingState.CHANGED);
        assertThat(page.select(".next").text()).contains(switch (state) {
            case WITHDRAWN -> "已经撤回";
            case CHANGED -> "已由新的替代";
            case REFUSED -> "没有";
            case ENDED -> "已由企业办结";
            default -> "可以开工";
        });
        var desk = page("/desk/filings/" + no, received.official(COUNTY), "zh");
        assertThat(desk.select("main form, main a.btn-primary")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHDRAWN", "CHANGED"})
    void theCheckOfAFilingThatIsOverIsCancelled(FilingState state) throws Exception {
        become(RiskLevel.MEDIUM);
        var filing = filed.submitted(firm, site, FilingKind.COMMITMENT);
        if (state == FilingState.WITHDRAWN) {
            withdrawal.withdraw(actor, filing.no());
        } else {
            become(RiskLevel.HIGH);
            replies.permit(received.official(COUNTY), filed.submitted(firm, site, FilingKind.APPLICATION).no());
        }
        entities.flush();
        var no = filing.no();
        var own = page("/my/filings/" + no + "/verification", actor, "zh");
        assertThat(own.select("main").text()).contains("这次核查取消");
        assertThat(own.select("main form, main a.btn")).isEmpty();
        assertThat(page("/my/filings/" + no + "/verification", actor, "en").select("main").text()).contains("this check is cancelled");
        var official = received.official(COUNTY);
        var desk = page(response(get("/desk/filings/" + no + "/verification"), official, "zh").getRedirectedUrl(), official, "zh");
        assertThat(desk.select("main").text()).contains("这次核查取消");
        assertThat(desk.select("main form")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CLOSED, 已办结", "GUIDANCE, 已转为指导"})
    void anOrderThatIsOverSaysSoBesideItsName(String state, String said) throws Exception {
        become(RiskLevel.MEDIUM);
        var filing = filed.submitted(firm, site, FilingKind.COMMITMENT);
        entities.flush();
        jdbc.sql("""
                update verification set state = ?, due_on = null, outcome = 'RECTIFY', statement = '请补足', rectify_by = date '2020-03-25',
                    decided_at = now(), closed_at = now() where filing_id = ?""").params(state, filing.id()).update();
        entities.clear();
        var address = "/my/filings/" + filing.no() + "/verification";
        var own = page(address, actor, "zh");
        assertThat(own.select("h2 .tag-plain").eachText()).containsExactly(said);
        assertThat(own.select("main form")).isEmpty();
        assertThat(page("/my", actor, "zh").select(".notice-order")).isEmpty();
        var official = received.official(COUNTY);
        var desk = page(response(get("/desk/filings/" + filing.no() + "/verification"), official, "zh").getRedirectedUrl(), official, "zh");
        assertThat(desk.select("h2 .tag-plain").eachText()).containsExactly(said);
        assertThat(desk.select("main form")).isEmpty();
    }

    @Test
    void aDraftBesideAFilingThatFitsAgainIsNotOfferedAndSaysWhy() throws Exception {
        become(RiskLevel.MEDIUM);
        var filing = filed.submitted(firm, site, FilingKind.COMMITMENT);
        become(RiskLevel.HIGH);
        var draft = filed.complete(firm, site, FilingKind.APPLICATION);
        assertThat(page("/my", actor, "zh").select("a.btn[href=/my/drafts/" + draft.id() + "]")).hasSize(1);
        assertThat(page("/my/drafts/" + draft.id() + "/check", actor, "zh").select("form[action$=/submission]")).hasSize(1);
        become(RiskLevel.MEDIUM);
        assertThat(page("/my", actor, "zh").select("a.btn[href=/my/drafts/" + draft.id() + "]")).isEmpty();
        var check = page("/my/drafts/" + draft.id() + "/check", actor, "zh");
        assertThat(check.select("form[action$=/submission]")).isEmpty();
        assertThat(check.select(".notice").text()).contains("已有有效的备案 " + filing.no());
    }

    @Test
    void aDraftOfAKindThatIsNotOfferedAnyMoreIsChangedBeforeItIsSubmitted() throws Exception {
        become(RiskLevel.MEDIUM);
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        received.level(COUNTY, RiskLevel.HIGH);
        var check = page("/my/drafts/" + draft.id() + "/check", actor, "zh");
        assertThat(check.select("form[action$=/submission]")).isEmpty();
        assertThat(check.select(".notice").text()).contains("这种方式现在不再办理");
        assertThat(page("/my/drafts/" + draft.id() + "/check", actor, "en").select("form[action$=/submission]")).isEmpty();
        assertThat(page("/my/drafts/" + draft.id(), actor, "zh").select("form[action$=/kind] button").eachAttr("value"))
                .containsExactly("APPLICATION");
    }

    @Test
    void aNoticeOfADraftThatWasThrownAwayLeadsNowhere() throws Exception {
        become(RiskLevel.MEDIUM);
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        become(RiskLevel.HIGH);
        var notice = inbox.page(Firms.actor(firm), Long.MAX_VALUE, 1).getFirst();
        assertThat(notice).returns("/my/drafts/" + draft.id(), SentNotice::link).returns(false, SentNotice::gone);
        editing.discard(actor, draft.id(), filed.shown(actor, draft.id()));
        entities.flush();
        for (var address : List.of("/my", "/my/notices")) {
            assertThat(page(address, actor, "zh").select(".notice-unread").text()).contains("这份草稿已经删除", "知道了").doesNotContain("查看并办理");
            assertThat(page(address, actor, "en").select(".notice-unread").text()).contains("has been deleted");
        }
        assertThat(response(post("/my/notices/" + notice.id() + "/reading"), actor, "zh").getRedirectedUrl()).isEqualTo("/my/notices");
        assertThat(page("/my/notices", actor, "zh").select("main form")).isEmpty();
    }

    /** A filing in a state in which it is over. */
    private Filing over(FilingState state) {
        become(state == FilingState.REFUSED || state == FilingState.CLOSED
                ? RiskLevel.HIGH
                : state == FilingState.CHANGED ? RiskLevel.LOW : RiskLevel.MEDIUM);
        var filing = filed.submitted(firm, site, switch (state) {
            case REFUSED, CLOSED -> FilingKind.APPLICATION;
            case CHANGED -> FilingKind.NOTICE;
            default -> FilingKind.COMMITMENT;
        });
        switch (state) {
            case WITHDRAWN -> withdrawal.withdraw(actor, filing.no());
            case ENDED -> closing.close(actor, filing.no());
            case CHANGED -> {
                become(RiskLevel.MEDIUM);
                filed.submitted(firm, site, FilingKind.COMMITMENT);
            }
            case CLOSED -> become(RiskLevel.LOW);
            default -> {
                entities.flush();
                jdbc.sql("update filing set state = 'REFUSED', due_on = null where id = ?").param(filing.id()).update();
            }
        }
        entities.flush();
        entities.clear();
        assertThat(filings.findById(filing.id()).orElseThrow().state()).isEqualTo(state);
        return filing;
    }

    private void become(RiskLevel level) {
        filed.level(COUNTY, level);
        jobs.run("level-effects",
                jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single());
    }

    private Document page(String address, Actor who, String language) throws Exception {
        var response = response(get(address), who, language);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse response(MockHttpServletRequestBuilder request, Actor who, String language) throws Exception {
        return mvc.perform(request.cookie(new Cookie("lang", language)).with(Session.as(who)).with(csrf())).andReturn().getResponse();
    }
}
