package org.fugong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.application.Correction.Answer;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.message.Inbox;
import org.fugong.message.SentNotice;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Verdict;
import org.fugong.web.NotFound;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** One round of corrections, everything at once, each point at its field; what comes too late or a second time is refused with words. */
@WebTest
@Transactional
class CorrectionTests {

    private static final String COUNTY = "640502";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    Corrections corrections;
    @Autowired
    CorrectionAnswering answering;
    @Autowired
    Attaching attaching;
    @Autowired
    CorrectionAsking asking;
    @Autowired
    Applications applications;
    @Autowired
    Filings filings;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private SubmittedFilings.One application;
    private Actor official;

    @BeforeEach
    void anApplicationThatIsShortOfMasks() {
        received.level(COUNTY, RiskLevel.HIGH);
        application = received.application(COUNTY, "宁夏补正有限公司", LocalDate.now(clock).plusDays(2));
        official = received.official(COUNTY);
    }

    @Test
    void everythingIsAskedAtOnceAndTheFirmLandsOnJustTheseFields() throws Exception {
        ask().andExpect(redirectedUrl("/desk/applications/" + application.no()));
        assertThat(filing()).returns(FilingState.CORRECTION, Filing::state).returns(null, Filing::dueOn);
        assertThat(inbox.foremost(application.actor(), 3)).extracting(SentNotice::key).contains("notice.filing.correction");
        send(application.actor(), get("/my")).andExpect(content().string(containsString("要一次性补正")));
        send(application.actor(), get("/my/filings/" + application.no())).andExpect(content().string(containsString("去补正")));
        var page = Jsoup.parse(send(application.actor(), get(mine())).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
        assertThat(page.select("main form [name]:not([name^=said])").eachAttr("name")).contains("C01", "plan.plannedStaff")
                .doesNotContain("A01", "plan.start");
        assertThat(page.select("main").text()).contains("口罩数量与拟复工人数不符，请更正。", "请与花名册一致。");
        assertThat(page.select("#C01").val()).isEqualTo("450");
    }

    @Test
    void whatWasAskedIsAPaperForBothSides() throws Exception {
        send(application.actor(), get(mine() + "/notice.pdf")).andExpect(status().isNotFound());
        ask();
        var paper = send(application.actor(), get(mine() + "/notice.pdf")).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(paper.getContentType()).isEqualTo("application/pdf");
        var on = LocalDate.now(clock);
        assertThat(text(paper.getContentAsByteArray())).contains("一次性补正告知书", application.no(), "宁夏补正有限公司", "下列2处需要补正",
                "C01口罩", "口罩数量与拟复工人数不符，请更正。", "拟复工人数请与花名册一致。", "中卫市沙坡头区（盖章）",
                on.getYear() + "年" + on.getMonthValue() + "月" + on.getDayOfMonth() + "日", mine()).doesNotContain("??");
        var desk = "/desk/applications/" + application.no();
        assertThat(send(official, get(desk + "/correction/notice.pdf")).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsByteArray()).isEqualTo(paper.getContentAsByteArray());
        send(official, get(desk)).andExpect(content().string(containsString("href=\"" + desk + "/correction/notice.pdf\"")));
        send(application.actor(), get(mine())).andExpect(content().string(containsString("href=\"" + mine() + "/notice.pdf\"")));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]+", "");
        }
    }

    @Test
    void whatTheFirmChangesIsJudgedAnewAndTheOfficialSeesJustThat() throws Exception {
        ask();
        OpenedForm.open(mvc, application.actor(), mine(), mine()).type("C01", "900").type("said.plan.plannedStaff", "花名册已按 100 人更新。").send()
                .andExpect(redirectedUrl("/my/filings/" + application.no()));
        var filing = filing();
        assertThat(filing).returns(FilingState.SUBMITTED, Filing::state);
        assertThat(filing.dueOn()).isNotNull();
        assertThat(filing.answer("C01").value()).isEqualTo(900.0);
        assertThat(filing.verdict("C01")).isEqualTo(Verdict.MET);
        assertThat(filing.answer("A01").value()).as("what was not asked").isEqualTo(true);
        var round = corrections.findById(application.id()).orElseThrow();
        assertThat(round.askedBy()).isEqualTo(official.name());
        assertThat(round.answeredBy()).isEqualTo(application.actor().name());
        assertThat(round.answers()).containsExactly(new Answer("plan.plannedStaff", "100", "100", "花名册已按 100 人更新。", List.of()),
                new Answer("C01", "450", "900", "", List.of()));
        var shown = Jsoup
                .parse(send(official, get("/desk/applications/" + application.no())).andReturn().getResponse().getContentAsString());
        assertThat(shown.select("section:has(h2:contains(一次性补正)) li").eachText()).hasSize(2)
                .anyMatch(text -> text.contains("原来：450 只；现在：900 只")).anyMatch(text -> text.contains("没有更改。"));
        assertThat(trail.of("filing:" + application.id())).extracting(Entry::action).contains("filing.correction-asked",
                "filing.corrected");
        assertThat(inbox.foremost(official, 9)).extracting(SentNotice::key).contains("notice.staff.corrected");
        send(application.actor(), get("/my/filings/" + application.no())).andExpect(content().string(containsString("企业已补正：C01")));
        replies.permit(official, application.no());
        assertThat(filing().state()).isEqualTo(FilingState.PERMITTED);
    }

    @Test
    void aFileAnswersAPointAndTheOfficialSeesWhatCameWithIt() throws Exception {
        ask();
        answer(picture("口罩库存.png", 1)).andExpect(redirectedUrl("/my/filings/" + application.no()));
        var answer = corrections.findById(application.id()).orElseThrow().answer("C01");
        assertThat(answer.changed()).isFalse();
        assertThat(answer.files()).hasSize(1);
        var shown = Jsoup.parse(send(official, get("/desk/applications/" + application.no())).andReturn().getResponse()
                .getContentAsString()).select("section:has(h2:contains(一次性补正)) > ul > li");
        assertThat(shown.select(":has(a[href=/desk/attachments/" + answer.files().getFirst() + "])").text()).contains("口罩库存.png")
                .doesNotContain("没有更改");
        assertThat(shown.not(":has(.attachments)").eachText()).hasSize(1).allMatch(text -> text.contains("没有更改"));
        send(application.actor(), get(mine())).andExpect(content().string(containsString("口罩库存.png")));
        send(application.actor(), get("/my/filings/" + application.no())).andExpect(content().string(containsString("企业已补正：C01")));
        assertThatExceptionOfType(NotFound.class).as("the round is over").isThrownBy(() -> attaching.add(application.actor(),
                application.id(), "C01", "再补.png", () -> EvidenceFiles.picture("png", 9, 9, 2), null));
    }

    @Test
    void aFileThatIsNoneIsNamedAtItsPointAndTheOthersWaitThereForTheAnswer() throws Exception {
        ask();
        var page = Jsoup.parse(answer(picture("口罩库存.png", 1), new MockMultipartFile("files.C01", "程序.exe", null, new byte[]{1, 2, 3}))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#files.C01");
        assertThat(page.select("[id='said.plan.plannedStaff']").val()).isEqualTo("属实");
        var removal = page.select("form[action$=/removal]").attr("action");
        send(application.actor(), post(removal)).andExpect(redirectedUrl(mine()));
        entities.clear();
        assertThat(send(application.actor(), get(mine())).andReturn().getResponse().getContentAsString()).doesNotContain("口罩库存.png");
        assertThat(corrections.findById(application.id()).orElseThrow().open()).isTrue();
        assertThatExceptionOfType(NotFound.class).as("what was not asked").isThrownBy(() -> attaching.add(application.actor(),
                application.id(), "A01", "别的.png", () -> EvidenceFiles.picture("png", 9, 9, 2), null));
    }

    @Test
    void aPointIsPinnedToSomethingOfTheFilingAndSaysSomething() throws Exception {
        send(official, asking().param("point.Z9", "交保证金")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Z9 不在这份申请里")));
        send(official, asking().param("point.C07", "宿舍")).andExpect(status().isUnprocessableContent());
        send(official, asking().param("point.C01", " ")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请至少在一处写明要补正什么")));
        send(official, asking().param("point.C01", "字".repeat(201))).andExpect(status().isUnprocessableContent());
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> asking.ask(official, application.no(), 0, List.of()));
        assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
    }

    @Test
    void thereIsNoCorrectionOfACorrection() throws Exception {
        ask();
        send(official, asking().param("point.A01", "再补一项")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("现在的状态：待补正。")));
        replies.answerCorrection(application.actor(), application.no());
        send(official, asking().param("point.A01", "再补一项")).andExpect(status().isConflict())
                .andExpect(content().string(containsString("已经请企业补正过一次，不能再次要求补正")))
                .andExpect(content().string(containsString("再补一项")))
                .andExpect(content().string(containsString("受理")));
        send(official, get("/desk/applications/" + application.no())).andExpect(content().string(not(containsString("需要企业补正…"))));
        assertThat(corrections.findById(application.id()).orElseThrow().points()).hasSize(2);
    }

    @Test
    void anAnswerToARoundThatIsOverIsRefusedWithWhatWasTyped() throws Exception {
        send(application.actor(), get(mine())).andExpect(status().isNotFound());
        ask();
        var first = OpenedForm.open(mvc, application.actor(), mine(), mine()).type("C01", "900").type("said.plan.plannedStaff", "属实");
        var second = OpenedForm.open(mvc, application.actor(), mine(), mine()).type("C01", "700").type("said.plan.plannedStaff", "另一个窗口写的");
        first.send().andExpect(status().is3xxRedirection());
        entities.flush();
        entities.clear();
        second.send().andExpect(status().isConflict()).andExpect(content().string(containsString("这一轮补正已经结束")))
                .andExpect(content().string(containsString("另一个窗口写的")));
        assertThat(filing().answer("C01").value()).isEqualTo(900.0);
    }

    @Test
    void aPointThatIsLeftOutOrImpossibleIsNamedAndNothingIsHalfSaved() throws Exception {
        ask();
        OpenedForm.open(mvc, application.actor(), mine(), mine()).type("C01", "很多").type("plan.plannedStaff", "500").send()
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请填写 0 或以上的数")))
                .andExpect(content().string(containsString("拟复工人数不能多于企业总人数")))
                .andExpect(content().string(containsString("value=\"很多\"")));
        OpenedForm.open(mvc, application.actor(), mine(), mine()).type("C01", "900").send().andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请更改，或者写明为什么不用改")));
        for (var given : List.of(Map.of("C01", new CorrectionAnswering.Given(900.0, "")),
                Map.of("C01", new CorrectionAnswering.Given(900.0, ""), "A01", new CorrectionAnswering.Given(false, "")))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> answering.answer(application.actor(), application.no(), given));
        }
        assertThat(filing().answer("C01").value()).isEqualTo(450.0);
        assertThat(corrections.findById(application.id()).orElseThrow().open()).isTrue();
    }

    @Test
    void aPageFromBeforeTheCorrectionCannotAcceptWhatItHasNotSeen() throws Exception {
        var stale = OpenedForm.open(mvc, official, "/desk/applications/" + application.no(),
                "/desk/applications/" + application.no() + "/acceptance");
        ask();
        replies.answerCorrection(application.actor(), application.no());
        entities.flush();
        entities.clear();
        stale.send().andExpect(status().isConflict()).andExpect(content().string(containsString("在您打开以后，这里已有变化")));
        assertThat(filing().state()).isEqualTo(FilingState.SUBMITTED);
    }

    @Test
    void morePeopleThanAHundredMarkItForJointReviewAndAHundredDoNot() {
        assertThat(applications.findById(application.id()).orElseThrow().joint()).as("100").isFalse();
        replies.askCorrection(official, application.no(), "plan.plannedStaff");
        answering.answer(application.actor(), application.no(), Map.of("plan.plannedStaff", new CorrectionAnswering.Given(101, "")));
        assertThat(applications.findById(application.id()).orElseThrow().joint()).as("101").isTrue();
        assertThat(filing().plan().plannedStaff()).isEqualTo(101);
    }

    @Test
    void theDatabaseLetsOnlyACorrectionChangeWhatWasFiledAndOnlyOnce() {
        entities.flush();
        assertThatThrownBy(() -> jdbc.sql("update filing set answers = '{}' where id = ?").param(application.id()).update())
                .hasMessageContaining("what was filed stays");
    }

    @Test
    void whatAnotherFirmOrCountyIsAskedIsNotFound() throws Exception {
        ask();
        var other = received.application("640423", "宁夏别家有限公司", LocalDate.now(clock));
        send(other.actor(), get(mine())).andExpect(status().isNotFound());
        send(other.actor(), post(mine()).param("C01", "1")).andExpect(status().isNotFound());
        send(received.official("640423"), asking().param("point.C01", "口罩")).andExpect(status().isNotFound());
    }

    /** The numbers stay as they are. */
    private ResultActions answer(MockMultipartFile... files) throws Exception {
        var request = multipart(mine());
        Stream.of(files).forEach(request::file);
        var answered = mvc.perform(request.param("C01", "450").param("plan.plannedStaff", "100").param("said.plan.plannedStaff", "属实")
                .with(csrf()).with(Session.as(application.actor())));
        entities.flush();
        return answered;
    }

    private static MockMultipartFile picture(String name, int shade) {
        return new MockMultipartFile("files.C01", name, "image/png", EvidenceFiles.picture("png", 9, 9, shade));
    }

    private ResultActions ask() throws Exception {
        return send(official, asking().param("point.plan.plannedStaff", "请与花名册一致。").param("point.C01", "口罩数量与拟复工人数不符，请更正。"));
    }

    private MockHttpServletRequestBuilder asking() {
        entities.flush();
        var version = applications.findById(application.id()).orElseThrow().version();
        return post("/desk/applications/" + application.no() + "/correction").param("version", String.valueOf(version));
    }

    private String mine() {
        return "/my/filings/" + application.no() + "/correction";
    }

    private Filing filing() {
        entities.flush();
        entities.clear();
        return filings.findByNoAndCounty(application.no(), COUNTY).orElseThrow();
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }
}
