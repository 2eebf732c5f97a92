package org.fugong.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Decision;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingDecision;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingDeskTests {

    private static final String COUNTY = "640502";

    @Autowired
    Trail trail;
    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Filings filings;
    @Autowired
    FilingDecision decision;
    @Autowired
    Firms firms;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private SubmittedFilings.One application;
    private Actor wang;
    private Actor li;

    @BeforeEach
    void anApplicationInACountyAtHighRisk() {
        received.level(COUNTY, RiskLevel.HIGH);
        application = received.application(COUNTY, "宁夏申请示例有限公司", LocalDate.now(clock).plusDays(20));
        wang = received.official(COUNTY);
        li = received.official(COUNTY);
    }

    @Test
    void theDeskShowsEverythingThatWasFiled() throws Exception {
        send(wang, get(path(""))).andExpect(status().isOk())
                .andExpect(content().string(containsString("需要 600 只，现有 450 只，还差 150 只")))
                .andExpect(content().string(containsString("马建国")))
                .andExpect(content().string(containsString("李强")))
                .andExpect(content().string(containsString("容缺 1 项")))
                .andExpect(content().string(containsString(path("/permission"))));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 0951-1234567 转 8001", "en, 0951-1234567 ext. 8001"})
    void phonesAreShownAsPeopleWriteThem(String language, String written) throws Exception {
        send(wang, get(path("")).param("lang", language)).andExpect(content().string(containsString(written)))
                .andExpect(content().string(containsString("139 1234 5678")));
    }

    @Test
    void itLeadsToWhatAppliedWhenItWasSubmitted() throws Exception {
        received.level(COUNTY, RiskLevel.LOW);
        for (var page : List.of(send(wang, get(path(""))), send(application.actor(), get("/my/filings/" + application.no())))) {
            var link = Jsoup.parse(page.andReturn().getResponse().getContentAsString()).select("a[href^='/counties/" + COUNTY + "?on=']")
                    .attr("href");
            var then = Jsoup
                    .parse(mvc.perform(get(URI.create(link))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
            assertThat(then.select(".level .tag").text()).isEqualTo("高风险");
            assertThat(then.select(".level").text()).contains("测试通知");
        }
    }

    @Test
    void anApplicationIsPermittedOnce() throws Exception {
        send(wang, confirmed("/permission")).andExpect(redirectedUrl(path("")));
        assertThat(filing().state()).isEqualTo(FilingState.PERMITTED);
        send(li, post(path("/refusal")).param("reason.C01", "口罩不足")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("这份申请已有新的办理")))
                .andExpect(content().string(containsString(wang.login())))
                .andExpect(content().string(containsString("口罩不足")));
        assertThat(filing().state()).isEqualTo(FilingState.PERMITTED);
    }

    @Test
    void aRefusalRestsOnItemsOfTheList() throws Exception {
        send(wang, post(path("/refusal")).param("reason.C01", "  ")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请至少在一项条件下写明理由")));
        send(wang, post(path("/refusal")).param("reason.C01", "口罩不足").param("reason.Z9", "没有保证金"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Z9 不在这份申请的清单之内")))
                .andExpect(content().string(containsString("口罩不足")));
        send(wang, post(path("/refusal")).param("reason.C01", "字".repeat(501))).andExpect(status().isUnprocessableContent());
        send(wang, post(path("/refusal")).param("reason.A01", "名单是空的")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("名单是空的")));
        assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
        send(wang, confirmed("/refusal").param("reason.C01", "口罩不足").param("reason.A01", "")).andExpect(redirectedUrl(path("")));
        assertThat(filing().decision().reasons()).containsExactly(new Reason("C01", "口罩不足"));
        send(wang, get(path(""))).andExpect(content().string(containsString("口罩不足")));
    }

    /** What a refusal for one item comes to, by what the rules found of it and whether the contradiction is explained. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"C01, -, REFUSED, -", "C01, 到现场看过, REFUSED, -", "A03, -, REFUSED, -", "A02, -, REFUSED, -",
            "A01, -, A01 判定为符合, -", "A01, 小组名单是空的, REFUSED, 小组名单是空的", "C07, -, C07 对这家企业不适用, -",
            "C07, 其实有宿舍, C07 对这家企业不适用, -"})
    void aRefusalRestsOnWhatAppliesAndSaysWhyItContradictsTheRules(String code, String contradiction, String comesTo, String kept)
            throws Exception {
        var sent = send(wang, confirmed("/refusal").param("reason." + code, "没有做到")
                .param("contradiction", contradiction == null ? " " : contradiction));
        if (!comesTo.equals("REFUSED")) {
            sent.andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(comesTo)));
            assertThatThrownBy(() -> decision.refuse(wang, application.no(), List.of(new Reason(code, "没有做到")), null))
                    .isInstanceOfAny(NotFound.class, IllegalArgumentException.class);
            assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
            return;
        }
        sent.andExpect(redirectedUrl(path("")));
        assertThat(filing().decision()).returns(kept, Decision::contradiction)
                .returns(List.of(new Reason(code, "没有做到")), Decision::reasons);
        for (var page : List.of(send(wang, get(path(""))), send(application.actor(), get("/my/filings/" + application.no())))) {
            var shown = Jsoup.parse(page.andReturn().getResponse().getContentAsString());
            assertThat(shown.select(".history").text().contains("与判定不一致的说明")).isEqualTo(kept != null);
            if (kept != null) {
                assertThat(shown.select("section:has(h2:contains(不予同意)), section:has(h2:contains(理由))").text()).contains(kept)
                        .contains("提交时的判定：已确认做到");
            }
        }
    }

    @Test
    void beforeItIsPermittedOrRefusedItIsAskedOnceMore() throws Exception {
        send(wang, post(path("/permission"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("宁夏申请示例有限公司")))
                .andExpect(content().string(containsString("企业马上可以复工")))
                .andExpect(content().string(containsString("容缺、以后补齐的条件")));
        var asked = send(wang, post(path("/refusal")).param("reason.C01", "口罩不足").param("reason.A01", "名单是空的")
                .param("contradiction", "电话核实过")).andExpect(status().isOk())
                .andExpect(content().string(containsString("企业不能复工")));
        assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
        var form = Jsoup.parse(asked.andReturn().getResponse().getContentAsString()).select("form[action=" + path("/refusal") + "]");
        var again = post(path("/refusal"));
        form.select("input[type=hidden]").stream().filter(field -> !field.attr("name").equals("_csrf"))
                .forEach(field -> again.param(field.attr("name"), field.attr("value")));
        var back = send(wang, post(path("/refusal")).param("reason.C01", "口罩不足").param("back", "true")).andExpect(status().isOk());
        assertThat(Jsoup.parse(back.andReturn().getResponse().getContentAsString()).select("input[name=reason.C01]").attr("value"))
                .isEqualTo("口罩不足");
        send(wang, again.param(form.select("button").getFirst().attr("name"), "true")).andExpect(redirectedUrl(path("")));
        assertThat(filing().decision().reasons()).containsExactly(new Reason("C01", "口罩不足"), new Reason("A01", "名单是空的"));
        assertThat(filing().decision().contradiction()).isEqualTo("电话核实过");
        send(li, post(path("/permission"))).andExpect(status().isConflict());
    }

    @Test
    void whatIsNotMetIsOfferedFirstAndWhatDoesNotApplyNotAtAll() throws Exception {
        var shown = Jsoup.parse(send(wang, get(path(""))).andReturn().getResponse().getContentAsString());
        var offered = shown.select("input[name^=reason.]").eachAttr("name");
        assertThat(offered).startsWith("reason.C01").contains("reason.A02", "reason.A03").doesNotContain("reason.C07")
                .endsWith("reason.A01");
        assertThat(shown.select("details details input").eachAttr("name")).containsExactly("contradiction", "reason.A01");
    }

    @Test
    void aRefusalDoesNotRestOnAdvice() throws Exception {
        var firm = application.firm();
        application = received.row(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION, Regime.APPROVAL, RiskLevel.LOW,
                LocalDate.now(clock));
        var advice = jdbc.sql("""
                select item ->> 'code' from condition_list, jsonb_array_elements(content -> 'items') item
                where level = 'LOW' and item ->> 'use' = 'GUIDE' limit 1""").query(String.class).single();
        send(wang, get(path(""))).andExpect(content().string(not(containsString("reason." + advice))));
        send(wang, post(path("/refusal")).param("reason." + advice, "不合建议")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("不能作为理由")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> decision.refuse(wang, application.no(), List.of(new Reason(advice, "不合建议")), null));
        assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(trail.of("filing:" + application.id() + "/decision")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("filing.refusal-refused");
            assertThat(entry.after()).containsEntry("codes", List.of(advice));
        });
    }

    @Test
    void anOverdueApplicationIsShownAsSuch() throws Exception {
        application = received.application(COUNTY, "宁夏逾期示例有限公司", LocalDate.now(clock).minusDays(9));
        send(wang, get(path(""))).andExpect(content().string(containsString("没有答复不等于同意")));
        send(wang, get("/desk/filings")).andExpect(content().string(containsString("个工作日")))
                .andExpect(content().string(containsString("tag-overdue")));
    }

    @Test
    void atLowRiskNothingIsDecided() throws Exception {
        received.level(COUNTY, RiskLevel.LOW);
        send(wang, get(path(""))).andExpect(content().string(not(containsString(path("/permission")))))
                .andExpect(content().string(not(containsString(path("/refusal")))))
                .andExpect(content().string(containsString("不需要任何答复")));
        send(wang, post(path("/permission"))).andExpect(status().isConflict());
        send(wang, post(path("/refusal")).param("reason.C01", "口罩不足")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("不再审批")));
        assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
    }

    @Test
    void anotherCountyDoesNotFindIt() throws Exception {
        var stranger = received.official("640105");
        send(stranger, get(path(""))).andExpect(status().isNotFound());
        send(stranger, post(path("/permission"))).andExpect(status().isNotFound());
        send(stranger, post(path("/refusal")).param("reason.C01", "口罩不足")).andExpect(status().isNotFound());
        send(stranger, get("/desk/filings").param("q", application.no()))
                .andExpect(content().string(not(containsString(application.firm().name()))));
        send(application.actor(), get(path(""))).andExpect(status().isForbidden());
        send(wang, get("/desk/filings/640502-200310-00391-2")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"state, SUBMITTED, EFFECTIVE", "state, OPEN, CLOSED", "kind, APPLICATION, NOTICE", "industry, 34, 35", "industry, C, A",
            "size, SMALL, LARGE",
            "q, 申请示例, 没有这家", "to, 9000-01-01, 2000-01-01", "to, 99999-01-01, 1900-01-01", "from, 2000-01-01, 9000-01-01"})
    void eachFilterKeepsAndDrops(String field, String keeps, String drops) throws Exception {
        send(wang, get("/desk/filings").param(field, keeps)).andExpect(content().string(containsString("宁夏申请示例有限公司")));
        send(wang, get("/desk/filings").param(field, drops)).andExpect(content().string(not(containsString("宁夏申请示例有限公司"))));
    }

    @ParameterizedTest
    @CsvSource({"state, 随便", "state, DRAFT", "kind, notice", "industry, 9999", "size, 很大", "from, 2020-02-30", "to, soon",
            "order, id; drop"})
    void aFilterThatMeansNothingIsNamedAndLeftOut(String field, String value) throws Exception {
        send(wang, get("/desk/filings").param(field, value)).andExpect(status().isOk())
                .andExpect(content().string(containsString("没有用来筛选")))
                .andExpect(content().string(containsString("宁夏申请示例有限公司")));
    }

    @Test
    void aLongOrBrokenTextOrKeyIsNoError() throws Exception {
        for (var text : new String[]{"x".repeat(10_000), "\u0000", "%_\\", "\uD83D"}) {
            send(wang, get("/desk/filings").param("q", text).param("after", text).param("before", text)).andExpect(status().isOk());
        }
        for (var key : new String[]{"1.1", "99999999999999999999.1", "9223372036854775807.1", "-5.-5", ".", "2020-01-01."}) {
            send(wang, get("/desk/filings").param("order", "newest").param("after", key)).andExpect(status().isOk());
            send(wang, get("/desk/filings").param("before", key)).andExpect(status().isOk());
        }
    }

    private Filing filing() {
        entities.flush();
        entities.clear();
        return filings.findByNoAndCounty(application.no(), COUNTY).orElseThrow();
    }

    private MockHttpServletRequestBuilder confirmed(String act) {
        return post(path(act)).param("confirmed", "true");
    }

    private String path(String act) {
        return "/desk/filings/" + application.no() + act;
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }
}
