package org.fugong.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Sites;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.OwedItem;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.SubmissionRefused;
import org.fugong.verification.Conformity;
import org.fugong.verification.Verification;
import org.fugong.verification.VerificationState;
import org.fugong.verification.Verifications;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class VerificationPagesTests {

    private static final String COUNTY = "640104";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Sites sites;
    @Autowired
    Verifications verifications;
    @Autowired
    Filings filings;
    @Autowired
    CountyLists lists;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private SubmittedFilings.One filing;
    private Actor wang;
    private Actor li;
    private LocalDate today;

    @BeforeEach
    void aFilingInACountyAtMediumRisk() {
        today = LocalDate.now(clock);
        received.level(COUNTY, RiskLevel.MEDIUM);
        filing = received.checklist(COUNTY, "宁夏核查示例有限公司", today.plusDays(5));
        wang = received.official(COUNTY);
        li = received.official(COUNTY);
    }

    @Test
    void submittingOpensOneVerificationThatTheDeskFinds() throws Exception {
        assertThat(verification().state()).isEqualTo(VerificationState.PLANNED);
        send(wang, get("/desk/filings/{no}/verification", filing.no())).andExpect(redirectedUrl(desk("")));
        send(wang, get("/desk/verifications").param("q", filing.no())).andExpect(content().string(containsString("宁夏核查示例有限公司")));
        send(wang, get(desk(""))).andExpect(status().isOk())
                .andExpect(content().string(containsString("需要 600 只，现有 450 只，还差 150 只")))
                .andExpect(content().string(containsString("name=\"mark.C01\"")));
    }

    @Test
    void whatIsNotMetIsOfferedFirstThenWhatCannotBeToldInEachCategoryAndOfTheCategories() throws Exception {
        var page = Jsoup.parse(send(wang, get(desk(""))).andReturn().getResponse().getContentAsString());
        var groups = page.select("section[id^=group-]").eachAttr("id");
        assertThat(groups).startsWith("group-C", "group-A", "group-B").doesNotHaveDuplicates();
        var c = page.select("#group-C input[name^=mark.]").eachAttr("name").stream().distinct().toList();
        assertThat(c).startsWith("mark.C01", "mark.C02").endsWith("mark.C07");
        var a = page.select("#group-A input[name^=mark.]").eachAttr("name").stream().distinct().toList();
        assertThat(a).startsWith("mark.A02", "mark.A03").endsWith("mark.A01");
    }

    @Test
    void resultsAreKeptWithoutConcluding() throws Exception {
        send(wang, form("/results").param("mark.C01", "FAILS").param("note.C01", "只有 450 只").param("note.A01", "待看"))
                .andExpect(redirectedUrl(desk("")));
        assertThat(verification().results().note("C01")).isEqualTo("只有 450 只");
        assertThat(verification().results().note("A01")).isEqualTo("待看");
        assertThat(verification().state()).isEqualTo(VerificationState.PLANNED);
        send(filing.actor(), get(firm())).andExpect(content().string(not(containsString("只有 450 只"))));
    }

    @Test
    void aConclusionThatWasBegunIsStillThereAfterTheResultsAreSaved() throws Exception {
        var saved = send(wang, form("/results").param("mark.C01", "FAILS").param("outcome", "RECTIFY").param("text", "请补足口罩。")
                .param("by", today.plusDays(3).toString())).andReturn();
        var page = Jsoup.parse(send(wang, get(desk("")).flashAttrs(saved.getFlashMap())).andReturn().getResponse().getContentAsString());
        assertThat(page.select("#text").text()).isEqualTo("请补足口罩。");
        assertThat(page.select("#by").val()).isEqualTo(today.plusDays(3).toString());
        assertThat(page.select("input[name=outcome][checked]").val()).isEqualTo("RECTIFY");
        assertThat(page.select("[name='mark.C01'][checked]").val()).isEqualTo("FAILS");
        assertThat(verification().state()).isEqualTo(VerificationState.PLANNED);
    }

    @Test
    void theRestIsMarkedTogetherAndNotWhatIsMarked() throws Exception {
        send(wang, form("/results").param("mark.C01", "FAILS").param("rest", "CONFORMS").param("at", "C"))
                .andExpect(redirectedUrl(desk("#group-C")));
        assertThat(verification().results().failed()).containsExactly("C01");
        assertThat(verification().results().mark("A01")).isEqualTo(Conformity.CONFORMS);
        send(wang, form("/results").param("mark.C01", "FAILS").param("at", "//evil")).andExpect(redirectedUrl(desk("")));
    }

    @Test
    void anOrderIsAnsweredSentBackExtendedAndClosed() throws Exception {
        rectify(today.plusDays(3));
        assertThat(filings.findById(filing.id()).orElseThrow().dueOn()).isEqualTo(today.plusDays(3));
        send(filing.actor(), get(firm())).andExpect(content().string(containsString("请补足口罩")))
                .andExpect(content().string(containsString("限期整改通知")));
        send(filing.actor(), post(firm()).param("text", "已补足 600 只")).andExpect(redirectedUrl(firm()));
        send(filing.actor(), post(firm()).param("text", "已补足 600 只")).andExpect(redirectedUrl(firm()));
        assertThat(verification().state()).isEqualTo(VerificationState.REPORTED);
        send(wang, form("/return").param("items", "C01").param("reason", "没有台账").param("by", today.plusDays(4).toString()))
                .andExpect(redirectedUrl(desk("")));
        send(wang, form("/extension").param("until", today.plusDays(9).toString())).andExpect(redirectedUrl(desk("")));
        assertThat(verification().dueOn()).isEqualTo(today.plusDays(9));
        send(filing.actor(), post(firm()).param("text", "台账已补")).andExpect(redirectedUrl(firm()));
        send(li, form("/closing")).andExpect(redirectedUrl(desk("")));
        assertThat(verification().state()).isEqualTo(VerificationState.CLOSED);
        assertThat(filings.findById(filing.id()).orElseThrow().dueOn()).isNull();
        assertThat(trail.of(verification().subject())).extracting(Entry::action).containsExactly("verification.opened",
                "verification.decided", "verification.answered", "verification.sent-back", "verification.extended",
                "verification.answered", "verification.closed");
        send(wang, get(desk(""))).andExpect(content().string(containsString("没有台账")))
                .andExpect(content().string(containsString("tag-unmet")))
                .andExpect(content().string(not(containsString(desk("/closing")))));
        send(filing.actor(), get(firm())).andExpect(content().string(containsString("tag-unmet")))
                .andExpect(content().string(not(containsString("<textarea"))));
    }

    @Test
    void anOrderIsNotEscapedByWithdrawing() throws Exception {
        rectify(today.plusDays(3));
        for (var state : new VerificationState[]{VerificationState.RECTIFY, VerificationState.REPORTED}) {
            send(filing.actor(), get("/my/filings/" + filing.no())).andExpect(status().isOk());
            send(filing.actor(), post("/my/filings/" + filing.no() + "/withdrawal")).andExpect(status().isConflict())
                    .andExpect(content().string(containsString("办结以前不能撤回")))
                    .andExpect(content().string(not(containsString("确认撤回"))));
            assertThat(verification().state()).isEqualTo(state);
            assertThat(filings.findById(filing.id()).orElseThrow().state()).isEqualTo(FilingState.EFFECTIVE);
            send(filing.actor(), post(firm()).param("text", "已补足 600 只")).andExpect(redirectedUrl(firm()));
        }
        send(wang, form("/closing")).andExpect(redirectedUrl(desk("")));
        send(filing.actor(), post("/my/filings/" + filing.no() + "/withdrawal")).andExpect(redirectedUrl("/my/filings/" + filing.no()));
    }

    @Test
    void anOrderIsNotEscapedByFilingUnderAnotherLevel() throws Exception {
        rectify(today.plusDays(3));
        received.level(COUNTY, RiskLevel.HIGH);
        var site = sites.of(filing.firm()).getFirst();
        var application = filed.complete(filing.firm(), site, FilingKind.APPLICATION);
        entities.flush();
        assertThatExceptionOfType(SubmissionRefused.class).isThrownBy(() -> filed.submit(filing.firm(), application.id()))
                .extracting(SubmissionRefused::reason).isEqualTo(SubmissionRefused.Reason.ORDERED);
        assertThat(verification().state()).isEqualTo(VerificationState.RECTIFY);
    }

    @Test
    void stoppingSuspendsTheFilingUntilItIsClosed() throws Exception {
        var asked = send(wang, form("/conclusion").param("mark.C01", "FAILS").param("note.C01", "只有 450 只").param("outcome", "STOP_WORK")
                .param("text", "立即停工\n补足口罩").param("by", "　" + today + " ")).andExpect(status().isOk())
                .andExpect(content().string(containsString("宁夏核查示例有限公司"))).andExpect(content().string(containsString("立即停工")));
        assertThat(verification().state()).isEqualTo(VerificationState.PLANNED);
        var again = post(desk("/conclusion"));
        Jsoup.parse(asked.andReturn().getResponse().getContentAsString()).select("form[action=" + desk("/conclusion") + "] input")
                .stream().filter(field -> !field.attr("name").equals("_csrf"))
                .forEach(field -> again.param(field.attr("name"), field.attr("value")));
        send(wang, again.param("confirmed", "true")).andExpect(redirectedUrl(desk("")));
        assertThat(verification().statement()).isEqualTo("立即停工\n补足口罩");
        assertThat(verification().results().note("C01")).isEqualTo("只有 450 只");
        assertThat(filings.findById(filing.id()).orElseThrow().state()).isEqualTo(FilingState.SUSPENDED);
        send(filing.actor(), get(firm())).andExpect(content().string(containsString("请停止作业")));
        send(wang, form("/closing").param("note", "现场已看")).andExpect(redirectedUrl(desk("")));
        assertThat(filings.findById(filing.id()).orElseThrow().state()).isEqualTo(FilingState.EFFECTIVE);
    }

    @Test
    void anOrderForWhatDidNotApplyRestsOnWhatWasSeenOnSite() throws Exception {
        var shown = Jsoup.parse(send(wang, get(desk(""))).andReturn().getResponse().getContentAsString());
        assertThat(shown.select("input[name=mark.C07][checked]").attr("value")).isEqualTo("NOT_APPLICABLE");
        send(wang, all(form("/conclusion"), "CONFORMS", "C07").param("mark.C07", "FAILS").param("mark.C01", "CONFORMS")
                .param("outcome", "RECTIFY").param("text", "请减少每间人数").param("by", today.plusDays(3).toString()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("C07 备案时判定为不适用。要记为“不符合”")));
        send(wang, all(form("/conclusion"), "CONFORMS", "C07").param("mark.C07", "FAILS").param("mark.C01", "CONFORMS")
                .param("note.C07", "二楼有宿舍，每间住 12 人").param("outcome", "RECTIFY").param("text", "请减少每间人数")
                .param("by", today.plusDays(3).toString())).andExpect(redirectedUrl(desk("")));
        for (var page : List.of(send(filing.actor(), get(firm())), send(wang, get(desk(""))))) {
            page.andExpect(content().string(containsString("与备案时的判定不一致：C07 二楼有宿舍，每间住 12 人")));
        }
    }

    @Test
    void theRestLeavesWhatDoesNotApplyAsItIs() throws Exception {
        send(wang, form("/results").param("mark.C01", "FAILS").param("rest", "CONFORMS")).andExpect(redirectedUrl(desk("")));
        assertThat(verification().results().with(Conformity.NOT_APPLICABLE)).containsExactly("C07");
    }

    @Test
    void anOrderToStopThatCannotBeGivenIsNotAskedAbout() throws Exception {
        send(wang, form("/conclusion").param("mark.C01", "FAILS").param("outcome", "STOP_WORK").param("text", "立即停工"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请填写期限")));
        send(wang, form("/conclusion").param("mark.Z99", "FAILS").param("outcome", "STOP_WORK").param("text", "立即停工")
                .param("by", today.toString())).andExpect(status().isUnprocessableContent());
        assertThat(trail.of(verification().subject() + "/order")).hasSize(1);
        send(wang, form("/conclusion").param("mark.C01", "FAILS").param("outcome", "STOP_WORK").param("text", "立即停工").param("by", "x")
                .param("back", "true")).andExpect(status().isOk()).andExpect(content().string(containsString("立即停工")));
    }

    /** A02 is owed when the checklist is filed: whether it still is after the check, by its mark, and after the order is closed. */
    @ParameterizedTest
    @CsvSource({"CONFORMS, false, false", "MOSTLY, false, false", "FAILS, true, false"})
    void whatACheckFindsMetIsOwedNoLonger(String mark, boolean owedAfter, boolean owedAtLast) throws Exception {
        assertThat(owed()).containsExactly("A02");
        send(wang, get("/desk/filings").param("q", filing.no())).andExpect(content().string(containsString("欠 1 项")));
        send(wang, form("/results").param("mark.A02", "CONFORMS")).andExpect(redirectedUrl(desk("")));
        assertThat(owed()).as("nothing is concluded yet").containsExactly("A02");
        send(wang, all(form("/conclusion"), "CONFORMS", "A02").param("mark.A02", mark).param("mark.C01", "FAILS")
                .param("outcome", "RECTIFY").param("text", "请补足").param("by", today.plusDays(3).toString()))
                .andExpect(redirectedUrl(desk("")));
        assertThat(owed().isEmpty()).isNotEqualTo(owedAfter);
        send(wang, form("/closing").param("note", "现场已看")).andExpect(redirectedUrl(desk("")));
        assertThat(owed().isEmpty()).isNotEqualTo(owedAtLast);
        assertThat(trail.of("filing:" + filing.id()).stream().filter(entry -> entry.action().equals("filing.supplied"))).singleElement()
                .satisfies(entry -> assertThat(entry.after()).containsEntry("items", List.of("A02")));
        for (var page : List.of("/my/filings/" + filing.no(), "/my")) {
            send(filing.actor(), get(page)).andExpect(content().string(containsString(page.equals("/my") ? "容缺 1 项已补齐" : "核查已确认")))
                    .andExpect(content().string(not(containsString("尚欠"))));
        }
        send(wang, get("/desk/filings/" + filing.no())).andExpect(content().string(containsString("核查已确认补齐：A02")));
        send(wang, get("/desk/filings").param("q", filing.no())).andExpect(content().string(containsString("容缺 1 项已补齐")))
                .andExpect(content().string(not(containsString("欠 1 项"))));
    }

    private List<String> owed() {
        entities.flush();
        entities.clear();
        return filings.findById(filing.id()).orElseThrow().owed().stream().map(OwedItem::code).toList();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        send(wang, form("/conclusion").param("mark.C01", "FAILS").param("note.C01", "只有 450 只").param("outcome", "RECTIFY")
                .param("text", "请补足口罩").param("by", "2020-02-30"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("日期不能识别")))
                .andExpect(content().string(containsString("只有 450 只")))
                .andExpect(content().string(containsString("请补足口罩")));
        send(wang, all(form("/conclusion"), "CONFORMS").param("mark.C01", "FAILS").param("outcome", "RECTIFY").param("text", "请补足口罩")
                .param("by", "2999-01-01")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("期限不能晚于"))).andExpect(content().string(not(containsString("日期不能识别"))));
        send(wang, form("/conclusion").param("mark.C01", "FAILS").param("outcome", "RECTIFY"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("项没有记录")))
                .andExpect(content().string(containsString("请填写期限")));
        assertThat(verification().results().items()).isEmpty();
    }

    @Test
    void nothingOutsideTheListOfTheFilingIsRecorded() throws Exception {
        send(wang, form("/results").param("mark.Z99", "FAILS")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Z99 不在这份备案的清单之内")));
        assertThat(trail.of(verification().subject() + "/order")).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("verification.order-refused");
            assertThat(entry.after()).containsEntry("codes", List.of("Z99"));
        });
        send(wang, form("/results").param("mark.C01", "PERHAPS").param("note.C01", "x".repeat(301)))
                .andExpect(status().isUnprocessableContent());
        send(wang, form("/results").param("note.C01", "\u0000")).andExpect(status().isUnprocessableContent());
        assertThat(verification().results().items()).isEmpty();
    }

    @Test
    void anOrderChoosesItemsOfTheListOfTheFiling() throws Exception {
        send(wang, all(form("/conclusion"), "CONFORMS").param("mark.C01", "FAILS").param("mark.Z99", "FAILS").param("outcome", "RECTIFY")
                .param("text", "请补足口罩，并交保证金").param("by", today.plusDays(3).toString())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Z99 不在这份备案的清单之内")));
        assertThat(verification().state()).isEqualTo(VerificationState.PLANNED);
        rectify(today.plusDays(3));
        send(filing.actor(), post(firm()).param("text", "已补足 600 只"));
        send(wang, form("/return").param("items", "C01", "Z98").param("reason", "没有交保证金").param("by", today.plusDays(4).toString()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Z98")));
        assertThat(verification().state()).isEqualTo(VerificationState.REPORTED);
        assertThat(trail.of(verification().subject() + "/order")).extracting(entry -> entry.after().get("codes"))
                .containsExactly(List.of("Z99"), List.of("Z98"));
    }

    @Test
    void theSecondOfTwoOfficialsSeesWhatTheFirstDidAndKeepsWhatWasTyped() throws Exception {
        var seen = String.valueOf(verification().version());
        rectify(today.plusDays(3));
        send(li, post(desk("/conclusion")).param("version", seen).param("mark.A01", "FAILS").param("note.A01", "没有小组名单")
                .param("outcome", "STOP_WORK").param("text", "停工").param("by", today.toString()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("已有新的办理")))
                .andExpect(content().string(containsString("作出核查结论")))
                .andExpect(content().string(containsString("没有小组名单")));
        assertThat(verification().state()).isEqualTo(VerificationState.RECTIFY);
    }

    @Test
    void aSavedResultIsNotOverwrittenFromAnOlderPage() throws Exception {
        var seen = String.valueOf(verification().version());
        send(wang, form("/results").param("mark.C01", "CONFORMS").param("note.A01", "名单已看")).andExpect(redirectedUrl(desk("")));
        send(li, post(desk("/results")).param("version", seen).param("mark.C01", "FAILS").param("note.C01", "数过了").param("note.A01", ""))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("数过了")))
                .andExpect(content().string(containsString("现在保存的是：符合")))
                .andExpect(content().string(containsString("名单已看")));
        for (var version : new String[]{"", "x", "99999999999"}) {
            send(li, post(desk("/results")).param("version", version)).andExpect(status().isConflict());
        }
        assertThat(verification().results().note("C01")).isEmpty();
    }

    @Test
    void atLowRiskNothingIsOrdered() throws Exception {
        received.level(COUNTY, RiskLevel.LOW);
        send(wang, get(desk(""))).andExpect(content().string(not(containsString("value=\"RECTIFY\""))))
                .andExpect(content().string(not(containsString("value=\"STOP_WORK\""))))
                .andExpect(content().string(containsString("value=\"GUIDANCE\"")));
        for (var outcome : new String[]{"RECTIFY", "STOP_WORK"}) {
            send(wang, all(form("/conclusion"), "CONFORMS").param("mark.C01", "FAILS").param("outcome", outcome).param("text", "改")
                    .param("by", today.toString())).andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("本县现为低风险")));
        }
        send(wang, form("/conclusion").param("mark.C01", "FAILS").param("outcome", "GUIDANCE").param("text", "建议补足"))
                .andExpect(redirectedUrl(desk("")));
        assertThat(verification().state()).isEqualTo(VerificationState.GUIDANCE);
    }

    @Test
    void anOrderFromBeforeBecomesAdviceAtLowRisk() throws Exception {
        rectify(today.plusDays(3));
        send(filing.actor(), post(firm()).param("text", "已补足")).andExpect(redirectedUrl(firm()));
        received.level(COUNTY, RiskLevel.LOW);
        send(wang, get(desk(""))).andExpect(content().string(not(containsString(desk("/return")))))
                .andExpect(content().string(not(containsString(desk("/extension")))));
        send(wang, form("/return").param("items", "C01").param("reason", "没有台账").param("by", today.toString()))
                .andExpect(status().isUnprocessableContent());
        send(wang, form("/extension").param("until", today.plusDays(9).toString())).andExpect(status().isUnprocessableContent());
        send(wang, form("/release")).andExpect(redirectedUrl(desk("")));
        assertThat(verification().state()).isEqualTo(VerificationState.GUIDANCE);
    }

    @Test
    void anotherCountyAndAnotherFirmFindNothing() throws Exception {
        var stranger = received.official("640105");
        var other = received.checklist(COUNTY, "宁夏另一家有限公司", today.plusDays(5)).actor();
        for (var act : new String[]{"/results", "/conclusion", "/closing", "/release", "/return", "/extension"}) {
            send(stranger, form(act)).andExpect(status().isNotFound());
            send(filing.actor(), form(act)).andExpect(status().isForbidden());
        }
        send(stranger, get(desk(""))).andExpect(status().isNotFound());
        send(stranger, get("/desk/filings/{no}/verification", filing.no())).andExpect(status().isNotFound());
        send(stranger, get("/desk/verifications").param("q", filing.no()))
                .andExpect(content().string(not(containsString("宁夏核查示例有限公司"))));
        send(other, get(firm())).andExpect(status().isNotFound());
        send(other, post(firm()).param("text", "不是我")).andExpect(status().isNotFound());
        send(wang, get(firm())).andExpect(status().isForbidden());
    }

    @Test
    void anAnswerSaysSomethingAndComesOnlyToAnOrder() throws Exception {
        send(filing.actor(), post(firm()).param("text", "已做好")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("已做好")));
        rectify(today.plusDays(3));
        send(filing.actor(), post(firm()).param("text", "  ")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请写明整改情况")));
        send(filing.actor(), post(firm()).param("text", "字".repeat(2001))).andExpect(status().isUnprocessableContent());
        send(filing.actor(), post(firm())).andExpect(status().isUnprocessableContent());
        assertThat(verification().state()).isEqualTo(VerificationState.RECTIFY);
    }

    @Test
    void filtersThatMeanNothingAreNamed() throws Exception {
        send(wang, get("/desk/verifications").param("state", "XYZ").param("q", "\u0001").param("after", "nonsense").param("before", "9.9"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("没有用来筛选")));
        send(wang, get("/desk/verifications/abc")).andExpect(status().isNotFound());
    }

    private void rectify(LocalDate by) throws Exception {
        send(wang, all(form("/conclusion"), "CONFORMS").param("mark.C01", "FAILS").param("outcome", "RECTIFY")
                .param("text", "请补足口罩").param("by", by.toString())).andExpect(redirectedUrl(desk("")));
    }

    /** Every item but C01 gets the same mark. */
    private MockHttpServletRequestBuilder all(MockHttpServletRequestBuilder form, String mark, String... others) {
        var read = filings.findById(filing.id()).orElseThrow();
        lists.of(read.basis().listId(), null, COUNTY).items().stream()
                .filter(item -> !item.code().equals("C01") && !List.of(others).contains(item.code()))
                .forEach(item -> form.param("mark." + item.code(), mark));
        return form;
    }

    private MockHttpServletRequestBuilder form(String act) {
        return post(desk(act)).param("version", String.valueOf(verification().version()));
    }

    private String desk(String act) {
        return "/desk/verifications/" + verification().id() + act;
    }

    private String firm() {
        return "/my/filings/" + filing.no() + "/verification";
    }

    private Verification verification() {
        entities.flush();
        entities.clear();
        return verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), COUNTY).orElseThrow();
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }
}
