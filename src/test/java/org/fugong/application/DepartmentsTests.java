package org.fugong.application;

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
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.KeyClass;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** The lead accepts once, all departments are asked at the same moment, each speaks on its own items, and nobody overwrites anybody. */
@WebTest
@Transactional
class DepartmentsTests {

    private static final String COUNTY = "640502";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    StaffFixtures staff;
    @Autowired
    Firms firms;
    @Autowired
    SectorArrangements arrangements;
    @Autowired
    OpinionGiving giving;
    @Autowired
    ApplicationReply reply;
    @Autowired
    Applications applications;
    @Autowired
    Filings filings;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private SubmittedFilings.One application;
    private Actor lead;
    private Actor health;
    private Actor emergency;
    private Actor market;

    @BeforeEach
    void anApplicationOfAFirmWithACanteen() {
        received.level(COUNTY, RiskLevel.HIGH);
        application = received.application(COUNTY, "宁夏并联办理有限公司", LocalDate.now(clock).plusDays(2));
        lead = replies.official(COUNTY, Department.INDUSTRY);
        health = replies.official(COUNTY, Department.HEALTH);
        emergency = replies.official(COUNTY, Department.EMERGENCY);
        market = replies.official(COUNTY, Department.MARKET);
    }

    @Test
    void onAcceptanceAllDepartmentsThatAreCalledForAreAskedAtTheSameMoment() throws Exception {
        OpenedForm.open(mvc, lead, page(""), page("/acceptance")).send().andExpect(redirectedUrl(page("")));
        send(lead, get(page(""))).andExpect(content().string(containsString("牵头：工业和信息化")));
        assertThat(filing().state()).isEqualTo(FilingState.ACCEPTED);
        var tasks = tasks();
        assertThat(tasks).extracting(Opinion::department).containsExactly(Department.HEALTH, Department.EMERGENCY, Department.MARKET);
        assertThat(tasks).extracting(Opinion::categories).containsExactly("ABCDE", "F", "D");
        assertThat(tasks).extracting(Opinion::openedAt).containsOnly(tasks.getFirst().openedAt());
        send(lead, post(page("/acceptance")).param("version", "0")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("这份申请已有新的办理")))
                .andExpect(content().string(containsString("现在的状态：已受理。")))
                .andExpect(content().string(containsString("准予复工")));
        assertThat(tasks()).hasSize(3);
    }

    @Test
    void aCountyDecidesWhoLeadsAndWhoTakesPartForEachKindOfFirm() throws Exception {
        var admin = staff.of(Role.COUNTY_ADMIN, COUNTY);
        OpenedForm.open(mvc, admin, "/admin/departments/INDUSTRY", "/admin/departments/INDUSTRY").type("lead", "EMERGENCY")
                .type("when.MARKET", "ALWAYS").type("categories.MARKET", "d e").type("when.HEALTH", "NEVER").send()
                .andExpect(redirectedUrl("/admin/departments"));
        var arranged = arrangements.of(COUNTY, Sector.INDUSTRY);
        assertThat(arranged.lead()).isEqualTo(Department.EMERGENCY);
        assertThat(arranged.of(Department.MARKET)).isEqualTo(new Participation(Department.MARKET, Participation.When.ALWAYS, "DE"));
        assertThat(arrangements.of(COUNTY, Sector.TRADE).version()).isEqualTo(SectorArrangement.USUAL);
        var next = received.application(application.firm(), COUNTY);
        assertThat(applications.findById(next.id()).orElseThrow().lead()).isEqualTo(Department.EMERGENCY);
        assertThat(replies.tasks(replies.accept(emergency, next.no()))).extracting(Opinion::department).containsExactly(Department.MARKET);
        assertThat(applications.findById(application.id()).orElseThrow().lead()).as("under way").isEqualTo(Department.INDUSTRY);
        assertThat(trail.of(SectorArrangement.subjectOf(COUNTY, Sector.INDUSTRY))).extracting(Entry::action)
                .containsExactly("departments.arranged");
    }

    @Test
    void twoAdminsOfACountyDoNotOverwriteEachOtherAndNonsenseIsNamed() throws Exception {
        var first = OpenedForm.open(mvc, staff.of(Role.COUNTY_ADMIN, COUNTY), "/admin/departments/TRADE", "/admin/departments/TRADE");
        var second = OpenedForm.open(mvc, staff.of(Role.COUNTY_ADMIN, COUNTY), "/admin/departments/TRADE", "/admin/departments/TRADE");
        first.type("lead", "MARKET").send().andExpect(redirectedUrl("/admin/departments"));
        second.type("lead", "INDUSTRY").send().andExpect(status().isConflict());
        assertThat(arrangements.of(COUNTY, Sector.TRADE).lead()).isEqualTo(Department.MARKET);
        second.type("lead", "NOBODY").type("categories.HEALTH", "AZ").type("when.MARKET", "SOMETIMES").send()
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请选择牵头部门")))
                .andExpect(content().string(containsString("只能填写清单里有的类别：A B C D E F")));
    }

    @Test
    void aDepartmentSpeaksOnItsOwnItemsAndWhatElseItNamesIsRefused() throws Exception {
        var task = asked(Department.MARKET);
        send(market, opinion(task).param("agrees", "false").param("reason.C01", "口罩不足")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("C01 不在这份申请的清单之内")));
        send(market, opinion(task).param("agrees", "false").param("reason.Z9", "保证金")).andExpect(status().isUnprocessableContent());
        send(market, opinion(task).param("agrees", "false")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("不同意的，请至少在一项条件下写明理由")));
        send(market, opinion(task).param("agrees", "true").param("reason.D01", "没有消毒")).andExpect(status().isUnprocessableContent());
        send(market, opinion(task)).andExpect(status().isUnprocessableContent());
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> giving.give(market, task.id(), task.version(), List.of(new Reason("C01", "口罩不足")), ""));
        assertThat(trail.of("filing:" + application.id() + "/decision")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(tasks()).allMatch(Opinion::open);
        send(market, opinion(task).param("agrees", "false").param("reason.D01", "没有消毒记录"))
                .andExpect(redirectedUrl("/desk/opinions/" + task.id()));
        assertThat(tasks().getLast()).returns(false, Opinion::agrees).returns(List.of(new Reason("D01", "没有消毒记录")), Opinion::reasons);
    }

    @Test
    void ofTwoOfficialsOnOneTaskTheSecondSeesWhatTheFirstSaidAndLosesNoWord() throws Exception {
        var task = asked(Department.HEALTH);
        var colleague = replies.official(COUNTY, Department.HEALTH);
        send(health, opinion(task).param("agrees", "true")).andExpect(redirectedUrl("/desk/opinions/" + task.id()));
        send(colleague, opinion(task).param("agrees", "false").param("reason.C01", "口罩只够三天")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("在您打开以后，这里已有变化")))
                .andExpect(content().string(containsString(health.login())))
                .andExpect(content().string(containsString("口罩只够三天")));
        assertThat(tasks().getFirst()).returns(true, Opinion::agrees).returns(List.of(), Opinion::reasons);
    }

    @Test
    void aDepartmentThatWasNotAskedIsToldSoInWords() throws Exception {
        var task = asked(Department.HEALTH);
        var transport = replies.official(COUNTY, Department.TRANSPORT);
        for (var stranger : List.of(transport, emergency, lead)) {
            send(stranger, opinion(task).param("agrees", "true")).andExpect(status().isConflict())
                    .andExpect(content().string(containsString("这件事由另一个部门办理")))
                    .andExpect(content().string(containsString("现在的状态：已受理。")));
        }
        send(transport, post(page("/permission")).param("version", "1").param("confirmed", "true")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("这件事由另一个部门办理")));
        assertThat(tasks()).allMatch(Opinion::open);
        send(transport, get("/desk/opinions/" + task.id())).andExpect(content().string(containsString("这项任务请的是卫生健康")))
                .andExpect(content().string(not(containsString("提交意见"))));
    }

    @Test
    void theLeadRepliesOnceAllHaveSpokenAndMergesWhatTheySaid() throws Exception {
        asked(Department.HEALTH);
        send(lead, post(page("/permission")).param("version", version()).param("confirmed", "true")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("还有部门没有给出意见")));
        say(health, 0, new Reason("C01", "口罩不足"), new Reason("D01", "消毒次数不够"));
        say(emergency, 1);
        say(market, 2, new Reason("D01", "没有消毒记录"));
        var shown = Jsoup.parse(send(lead, get(page(""))).andReturn().getResponse().getContentAsString());
        assertThat(shown.select("form[action=" + page("/permission") + "]")).isEmpty();
        assertThat(shown.select("input[name=reason.D01]").val()).isEqualTo("消毒次数不够 没有消毒记录");
        send(lead, post(page("/permission")).param("version", version()).param("confirmed", "true")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("有部门不同意，不能准予")));
        send(lead, post(page("/refusal")).param("version", version()).param("reason.C01", "口罩不足"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("D01 有部门不同意，请写明理由")));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> reply.refuse(lead, application.no(),
                replies.version(lead, application.no()), List.of(new Reason("C01", "口罩不足")), null));
        send(lead, post(page("/refusal")).param("version", version()).param("confirmed", "true").param("reason.C01", "口罩不足")
                .param("reason.D01", "消毒不够")).andExpect(redirectedUrl(page("")));
        assertThat(filing().decision().reasons()).containsExactly(new Reason("C01", "口罩不足"), new Reason("D01", "消毒不够"));
        send(application.actor(), get("/my/filings/" + application.no())).andExpect(content().string(containsString("消毒不够")))
                .andExpect(content().string(containsString("卫生健康：不同意（C01 D01）")))
                .andExpect(content().string(containsString("应急管理：同意")));
    }

    @Test
    void whatIsOfAKeyClassStandsFirstInEveryQueueHoweverLateItCame() throws Exception {
        var key = received.application(firms.complete("宁夏防护用品有限公司", KeyClass.EPIDEMIC_GOODS), COUNTY,
                LocalDate.now(clock).plusDays(5));
        replies.accept(lead, application.no());
        replies.accept(lead, key.no());
        for (var queue : List.of("/desk/applications", "/desk/opinions?department=HEALTH", "/desk/filings")) {
            var numbers = Jsoup.parse(send(health, get(queue)).andReturn().getResponse().getContentAsString()).select("tbody tr");
            assertThat(numbers.eachText()).as(queue).anyMatch(row -> row.contains(application.no()))
                    .first().asString().contains(key.no(), "绿色通道");
        }
    }

    @Test
    void whoElseHasTheFileOpenIsShownForAWhile() throws Exception {
        send(health, get(page(""))).andExpect(content().string(not(containsString("现在还有人打开着"))));
        send(lead, get(page(""))).andExpect(content().string(containsString("现在还有人打开着这份申请")))
                .andExpect(content().string(containsString("HEALTH工作人员")));
    }

    @Test
    void whereADepartmentHasNobodyTheGeneralDeskSpeaksForIt() throws Exception {
        var elsewhere = "640423";
        received.level(elsewhere, RiskLevel.HIGH);
        var other = received.application(elsewhere, "宁夏综合窗口有限公司", LocalDate.now(clock));
        var desk = received.official(elsewhere);
        replies.permit(desk, other.no());
        assertThat(filings.findByNoAndCounty(other.no(), elsewhere).orElseThrow().state()).isEqualTo(FilingState.PERMITTED);
        var task = asked(Department.HEALTH);
        send(received.official(COUNTY), opinion(task).param("agrees", "true")).andExpect(status().isConflict());
    }

    @Test
    void whatIsNotAcceptedIsGivenAReasonAndAsksNobody() throws Exception {
        send(lead, post(page("/non-acceptance")).param("version", "0").param("why", " ")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请写明不予受理的原因")));
        send(lead, post(page("/non-acceptance")).param("version", "0").param("why", "厂区不在本区，请向中宁县申请。"))
                .andExpect(redirectedUrl(page("")));
        assertThat(filing().state()).isEqualTo(FilingState.NOT_ACCEPTED);
        assertThat(tasks()).isEmpty();
        send(application.actor(), get("/my/filings/" + application.no())).andExpect(content().string(containsString("厂区不在本区")))
                .andExpect(content().string(containsString("不予受理")));
        send(application.actor(), get("/my")).andExpect(content().string(containsString("没有受理，原因写在申请页上")));
        send(application.actor(), get("/receipts/" + filing().token())).andExpect(content().string(containsString("不予受理")));
    }

    @Test
    void whatTheFirmTakesBackIsAskedForNoMore() throws Exception {
        var task = asked(Department.HEALTH);
        send(application.actor(), post("/my/filings/" + application.no() + "/withdrawal")).andExpect(status().is3xxRedirection());
        assertThat(tasks()).extracting(Opinion::state).containsOnly(Opinion.State.VOID);
        send(health, opinion(task).param("agrees", "true")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("现在的状态：已撤回。")))
                .andExpect(content().string(containsString("现在没有要办理的")));
    }

    private Opinion asked(Department department) {
        replies.accept(lead, application.no());
        return tasks().stream().filter(one -> one.department() == department).findFirst().orElseThrow();
    }

    private void say(Actor official, int at, Reason... reasons) {
        var task = tasks().get(at);
        giving.give(official, task.id(), task.version(), List.of(reasons), "");
    }

    private List<Opinion> tasks() {
        entities.flush();
        entities.clear();
        return replies.tasks(filing());
    }

    private Filing filing() {
        entities.flush();
        entities.clear();
        return filings.findByNoAndCounty(application.no(), COUNTY).orElseThrow();
    }

    private String version() {
        return String.valueOf(replies.version(lead, application.no()));
    }

    private MockHttpServletRequestBuilder opinion(Opinion task) {
        return post("/desk/opinions/" + task.id()).param("version", String.valueOf(task.version()));
    }

    private String page(String act) {
        return "/desk/applications/" + application.no() + act;
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }
}
