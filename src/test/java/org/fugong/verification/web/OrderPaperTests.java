package org.fugong.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyLists;
import org.fugong.calendar.WorkingDays;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.verification.Conclusion;
import org.fugong.verification.Conformity;
import org.fugong.verification.ItemResult;
import org.fugong.verification.ItemResults;
import org.fugong.verification.Outcome;
import org.fugong.verification.Verification;
import org.fugong.verification.VerificationAnswer;
import org.fugong.verification.VerificationDecision;
import org.fugong.verification.Verifications;
import org.fugong.web.Dates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class OrderPaperTests {

    private static final String COUNTY = "640104";
    private static final String RARE = "㛃𬭎䶮𰻞𠮷𡋤";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    VerificationDecision decision;
    @Autowired
    VerificationAnswer answers;
    @Autowired
    Verifications verifications;
    @Autowired
    Filings filings;
    @Autowired
    CountyLists lists;
    @Autowired
    WorkingDays days;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private SubmittedFilings.One filing;
    private Actor official;
    private LocalDate today;

    @BeforeEach
    void aFilingToCheck() {
        today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        received.level(COUNTY, RiskLevel.MEDIUM);
        official = received.official(COUNTY);
        filing = received.checklist(COUNTY, "宁夏" + RARE + "工人门业有限公司", today.plusDays(5));
    }

    @Test
    void anOrderNamesEachItemWithItsBasisAndTheDeadlineInWorkingDays() throws Exception {
        order(Outcome.RECTIFY, today.plusDays(9), "C01", "D02");
        var answer = mine(Locale.SIMPLIFIED_CHINESE);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment").contains(filing.no() + ".pdf");
        var text = text(answer);
        assertThat(text).contains("责令限期整改通知书", "复工核改〔" + today.getYear() + "〕" + verification().id() + "号",
                "宁夏" + RARE + "工人门业有限公司", filing.firm().creditCode().value(), filing.no(), "工业路8号", "国办发明电〔2020〕6号",
                "下列2项不符合", "整改期间可以继续开工", "请补足" + RARE, days.between(today, today.plusDays(9)) + "个工作日",
                "登录平台", "陈述、申辩", "行政复议", "行政诉讼", "银川市兴庆区（盖章）", "96168",
                "/my/filings/" + filing.no() + "/verification").doesNotContain("#", "作出通知以后");
        var read = filings.findById(filing.id()).orElseThrow();
        var list = lists.of(read.basis().listId(), null, COUNTY);
        for (var code : List.of("C01", "D02")) {
            assertThat(text).contains(joined(code + list.item(code).title()), joined("依据" + list.item(code).basis()), "看到的" + code + RARE);
        }
        assertThat(text).doesNotContain(joined(list.item("D01").title()));
    }

    @Test
    void theOfficialReadsTheSamePaperAndTheFirmReadsItInItsLanguage() throws Exception {
        order(Outcome.STOP_WORK, today, "C01");
        assertThat(text(mine(Locale.SIMPLIFIED_CHINESE))).contains("责令停工整改通知书", "其中有否决项，责令停止作业", "当日");
        var desk = mvc.perform(get("/desk/verifications/" + verification().id() + "/order.pdf").with(Session.as(official)))
                .andExpect(status().isOk()).andReturn().getResponse();
        assertThat(desk.getContentAsByteArray()).isEqualTo(mine(Locale.SIMPLIFIED_CHINESE).getContentAsByteArray());
        assertThat(text(mine(Locale.ENGLISH))).contains("Ordertostopworkandputright", "thisitem,avetoitem,doesnotconform", "thesameday",
                RARE);
    }

    /** What the firm was given does not change; that it has more time, and what is left, is added. */
    @Test
    void itStaysAsItWasGivenAndSaysWhatCameSince() throws Exception {
        order(Outcome.RECTIFY, today.plusDays(3), "C01", "D02");
        decision.extend(official, verification().id(), verification().version(), today.plusDays(6));
        answers.answer(filing.actor(), filing.no(), "已补足口罩");
        decision.sendBack(official, verification().id(), verification().version(), List.of("D02"), "还没有通风记录", today.plusDays(8));
        var text = text(mine(Locale.SIMPLIFIED_CHINESE));
        assertThat(text).contains("下列2项不符合", "看到的C01", day(today.plusDays(3)) + "前（从",
                "作出通知以后", "延长期限期限" + day(today.plusDays(6)), "期限" + day(today.plusDays(8)), "尚未改好：D02。", "还没有通风记录");
    }

    @Test
    void whereNothingWasOrderedThereIsNoPaper() throws Exception {
        mvc.perform(get("/my/filings/" + filing.no() + "/verification/order.pdf").with(Session.as(filing.actor())))
                .andExpect(status().isNotFound());
        order(Outcome.PASSED, null);
        mvc.perform(get("/my/filings/" + filing.no() + "/verification/order.pdf").with(Session.as(filing.actor())))
                .andExpect(status().isNotFound());
        assertThat(page("/my/filings/" + filing.no() + "/verification", filing.actor())).doesNotContain("order.pdf");
    }

    @Test
    void bothSidesAreLedToIt() throws Exception {
        order(Outcome.RECTIFY, today.plusDays(3), "C01");
        var firm = "/my/filings/" + filing.no() + "/verification";
        assertThat(page(firm, filing.actor())).contains("href=\"" + firm + "/order.pdf\"");
        var desk = "/desk/verifications/" + verification().id();
        assertThat(page(desk, official)).contains("href=\"" + desk + "/order.pdf\"");
    }

    private void order(Outcome outcome, LocalDate by, String... failing) {
        var read = filings.findById(filing.id()).orElseThrow();
        var results = new LinkedHashMap<String, ItemResult>();
        decision.checklist(read).items().forEach(item -> results.put(item.code(), List.of(failing).contains(item.code())
                ? new ItemResult(Conformity.FAILS, "看到的" + item.code() + RARE)
                : new ItemResult(Conformity.CONFORMS, "")));
        decision.conclude(official, verification().id(), verification().version(), new ItemResults(Map.copyOf(results)),
                new Conclusion(outcome, outcome == Outcome.PASSED ? "" : "请补足" + RARE, by));
    }

    private Verification verification() {
        entities.flush();
        entities.clear();
        return verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), COUNTY).orElseThrow();
    }

    private MockHttpServletResponse mine(Locale locale) throws Exception {
        return mvc.perform(get("/my/filings/" + filing.no() + "/verification/order.pdf").cookie(new Cookie("lang", locale.getLanguage()))
                .with(Session.as(filing.actor()))).andExpect(status().isOk()).andReturn().getResponse();
    }

    private String page(String address, Actor reader) throws Exception {
        return mvc.perform(get(address).with(Session.as(reader))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String joined(String text) {
        return text.replaceAll("(?m)^\\d+ / \\d+$", "").replaceAll("[\\s　]+", "");
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return joined(new PDFTextStripper().getText(document));
        }
    }
}
