package org.fugong.application.web;

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
import org.fugong.application.ApplicationReply;
import org.fugong.application.RepliedApplications;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.fugong.web.Sheet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ApplicationReplyTests {

    private static final String COUNTY = "640502";
    private static final String FOUND = "银川丽景物流（集团）有限公司（虚构）NING";

    @Autowired
    Trail trail;
    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Filings filings;
    @Autowired
    ApplicationReply reply;
    @Autowired
    RepliedApplications replies;
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
        replies.agreed(wang, application.no());
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
        assertThat(filing().state()).isEqualTo(FilingState.ACCEPTED);
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
            assertThatThrownBy(() -> reply.refuse(wang, application.no(), replies.version(wang, application.no()),
                    List.of(new Reason(code, "没有做到")), null))
                    .isInstanceOfAny(NotFound.class, IllegalArgumentException.class);
            assertThat(filing().state()).isEqualTo(FilingState.ACCEPTED);
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
                .param("version", version()).param("contradiction", "电话核实过")).andExpect(status().isOk())
                .andExpect(content().string(containsString("企业不能复工")));
        assertThat(filing().state()).isEqualTo(FilingState.ACCEPTED);
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
        assertThat(offered).startsWith("reason.C01", "reason.A02", "reason.A03").doesNotContain("reason.C07").endsWith("reason.A01");
        assertThat(offered.subList(1, offered.size() - 1)).as("what cannot be told, in the order of the list").isSorted();
        assertThat(shown.select("details details input").eachAttr("name")).containsExactly("contradiction", "reason.A01");
    }

    /** {@code NUMBER} and {@code CODE} are those of the application, without hyphens and in lower case. */
    @ParameterizedTest
    @ValueSource(strings = {FOUND, "虚 构", "(集团)", "（集团）", "丽景·物流", "ＮＩＮＧ", "NUMBER", "CODE"})
    void whatStandsOnThePaperFindsTheRowsOfBothQueuesAndTheTablesHoldTheSame(String typed) throws Exception {
        var found = received.application(COUNTY, FOUND, LocalDate.now(clock).plusDays(2));
        var foreign = received.application("640521", FOUND, LocalDate.now(clock).plusDays(2));
        replies.accept(wang, found.no());
        var q = typed.replace("NUMBER", found.no().replace("-", "")).replace("CODE", found.firm().creditCode().value().toLowerCase());
        for (var queue : List.of("/desk/applications", "/desk/opinions")) {
            var page = Jsoup.parse(text(get(queue).param("q", q)));
            var rows = page.select("table.queue tbody tr");
            assertThat(rows).as(queue).isNotEmpty();
            assertThat(rows.select("td:nth-child(2)").eachText()).as(queue).containsOnly(FOUND);
            var links = page.select("main a[download]").eachAttr("href");
            assertThat(links).hasSize(2).allMatch(link -> link.contains("?q="));
            assertThat(text(get(queue + "/export.csv").param("q", q)).lines().skip(1)).hasSameSizeAs(rows)
                    .allMatch(line -> line.startsWith(found.no() + "," + FOUND + "," + found.firm().creditCode().value() + ","));
            var sheet = Sheet.of(send(wang, get(queue + "/export.xlsx").param("q", q)).andExpect(status().isOk()).andReturn().getResponse()
                    .getContentAsByteArray());
            assertThat(sheet).hasSize(rows.size() + 1);
            assertThat(text(get(queue + "/export.csv"))).contains(queue.equals("/desk/applications") ? application.no() : found.no())
                    .doesNotContain(foreign.no());
            assertThat(trail.of("list:" + queue.substring("/desk/".length()))).filteredOn(entry -> entry.actor().equals(wang.login()))
                    .extracting(entry -> entry.after().get("rows")).startsWith(rows.size(), rows.size()).hasSize(3);
        }
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return send(wang, request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    @Test
    void aRefusalDoesNotRestOnAdvice() throws Exception {
        var firm = application.firm();
        application = received.row(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION, Regime.APPROVAL, RiskLevel.LOW,
                LocalDate.now(clock));
        jdbc.sql("""
                insert into application (filing_id, county, sector, lead, state, green, joint, clock_from, due_on, version)
                values (?, ?, 'INDUSTRY', 'INDUSTRY', 'SUBMITTED', false, false, current_date, current_date, 0)""")
                .params(application.id(), COUNTY)
                .update();
        replies.agreed(wang, application.no());
        var advice = jdbc.sql("""
                select item ->> 'code' from condition_list, jsonb_array_elements(content -> 'items') item
                where level = 'LOW' and item ->> 'use' = 'GUIDE' limit 1""").query(String.class).single();
        send(wang, get(path(""))).andExpect(content().string(not(containsString("reason." + advice))));
        send(wang, post(path("/refusal")).param("reason." + advice, "不合建议")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("不能作为理由")));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> reply.refuse(wang, application.no(), replies.version(wang, application.no()),
                        List.of(new Reason(advice, "不合建议")), null));
        assertThat(filing().state()).isEqualTo(FilingState.ACCEPTED);
        assertThat(trail.of("filing:" + application.id() + "/decision")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("filing.refusal-refused");
            assertThat(entry.after()).containsEntry("codes", List.of(advice));
        });
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
        assertThat(filing().state()).isEqualTo(FilingState.ACCEPTED);
    }

    private Filing filing() {
        entities.flush();
        entities.clear();
        return filings.findByNoAndCounty(application.no(), COUNTY).orElseThrow();
    }

    private MockHttpServletRequestBuilder confirmed(String act) {
        return post(path(act)).param("confirmed", "true").param("version", version());
    }

    private String version() {
        return String.valueOf(replies.version(wang, application.no()));
    }

    private String path(String act) {
        return "/desk/applications/" + application.no() + act;
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }
}
