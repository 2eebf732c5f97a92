package org.fugong.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Every step of a verification is told to the firm, or there is a reason why not. */
@WebTest
@Transactional
class VerificationNoticesTests {

    private static final Pattern STEP = Pattern.compile("(?:happened\\(|new VerificationEvent\\()\"([a-z-]+)\"");
    private static final String COUNTY = "640425";

    private static final Map<String, String> NOT_TOLD = Map.of(
            "recorded", "marks that are kept before the check is concluded decide nothing yet",
            "answered", "the firm itself has answered",
            "lapsed", "the firm itself has taken back or replaced the filing",
            "eased", "the notice of the change of level says it, in VerificationsEased");

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
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DueJobs jobs;
    @Autowired
    TestClock clock;

    private SubmittedFilings.One filing;
    private Actor official;
    private LocalDate today;

    @BeforeEach
    void aFilingInACountyAtMediumRisk() {
        today = LocalDate.now(clock);
        received.level(COUNTY, RiskLevel.MEDIUM);
        filing = received.checklist(COUNTY, "宁夏告知示例有限公司", today.plusDays(5));
        official = received.official(COUNTY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void everyStepHasANoticeOrAReasonForNone() throws Exception {
        var steps = new TreeSet<String>();
        STEP.matcher(Files.readString(Path.of("src/main/java/org/fugong/verification/Verification.java"))).results()
                .forEach(step -> steps.add(step.group(1)));
        var known = new TreeSet<>(VerificationNotices.TOLD);
        known.addAll(NOT_TOLD.keySet());
        assertThat(steps).isEqualTo(known);
        assertThat(VerificationNotices.TOLD).doesNotContainAnyElementsOf(NOT_TOLD.keySet());
    }

    /** What is done, and what the home of the firm says then, above everything green, and the history. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "opened     | 县区将在{0}前核查备案  | 生成核查任务",
            "PASSED     | 已备案，可以复工       | 作出核查结论：符合",
            "GUIDANCE   | 已备案，可以复工       | 作出核查结论：已转为指导",
            "RECTIFY    | 须在{0}前整改并答复    | 作出核查结论：限期整改",
            "STOP_WORK  | 已被责令停工，请停止作业，在{0}前整改并答复 | 作出核查结论：责令停工",
            "sent-back  | 须在{0}前整改并答复    | 退回继续整改",
            "extended   | 须在{0}前整改并答复    | 延长期限",
            "closed     | 已备案，可以复工       | 办结",
            "released   | 已备案，可以复工       | 因低风险转为指导"})
    void theFirmGetsTheNoticeTheLineOnItsHomeAndTheStep(String what, String line, String step) throws Exception {
        var due = happens(what);
        assertThat(told("notice.verification.")).last().isEqualTo("notice.verification." + what);
        var home = page("/my");
        assertThat(home.select("section.notice-unread").text()).contains(filing.no());
        var said = line.replace("{0}", due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日");
        var all = home.selectFirst("main").getAllElements();
        assertThat(index(all, one -> one.is("section.sheet:not(.notice-unread) *") && one.ownText().contains(said)))
                .as("above what is green")
                .isLessThan(all.size()).isLessThanOrEqualTo(index(all, one -> one.hasClass("tag-met")));
        var ordered = verification().state().ordered();
        assertThat(home.select(".notice-order a[href$=/verification]")).hasSize(ordered ? 1 : 0);
        assertThat(home.select("section.sheet").text().contains("可以复工")).isEqualTo(!ordered && !what.equals("STOP_WORK"));
        assertThat(page("/my/filings/" + filing.no() + "/verification").select(".history").text()).contains(step);
    }

    @Test
    void everyStepThatIsToldStandsInTheTableAbove() throws Exception {
        var table = VerificationNoticesTests.class.getDeclaredMethod("theFirmGetsTheNoticeTheLineOnItsHomeAndTheStep", String.class,
                String.class, String.class).getAnnotation(CsvSource.class).value();
        var told = new TreeSet<>(VerificationNotices.TOLD);
        told.remove("decided");
        Stream.of(Outcome.values()).map(Enum::name).forEach(told::add);
        assertThat(table).extracting(row -> row.split(" ")[0]).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aCheckThatFollowsFromTheFirmsOwnSubmissionIsNotAnnounced() throws Exception {
        assertThat(told("notice.verification.")).isEmpty();
        assertThat(page("/my").select("section.sheet").text()).doesNotContain("前核查备案");
    }

    @ParameterizedTest
    @EnumSource(names = {"RECTIFY", "STOP_WORK"})
    void theFirmIsRemindedOfAnOrderBeforeItsDayOnItAndAfterIt(Outcome outcome) throws Exception {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        aFilingInACountyAtMediumRisk();
        conclude(outcome, LocalDate.of(2020, 3, 24));
        for (var day : List.of("2020-03-19", "2020-03-20", "2020-03-23", "2020-03-24", "2020-03-24", "2020-03-25", "2020-03-26")) {
            clock.set(Instant.parse(day + "T00:30:00Z"));
            jobs.run("order-reminders", "daily");
        }
        assertThat(told("reminder.")).containsExactly("reminder.soon-order", "reminder.today-order", "reminder.overdue-order");
        var home = page("/my");
        assertThat(home.select("section.notice-unread").text()).contains("整改答复的期限2020年3月24日已过（" + filing.no() + "）");
        assertThat(home.select("section.sheet .notice-order").text()).contains("2020年3月24日前", "逾期 2 个工作日");
        assertThat(jdbc.sql("select count(*) from notice where account_id = ? and key = 'notice.staff.overdue'")
                .param(official.accountId()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsAnsweredIsNotRemindedOf() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        aFilingInACountyAtMediumRisk();
        conclude(Outcome.RECTIFY, LocalDate.of(2020, 3, 24));
        answers.answer(filing.actor(), filing.no(), "已补足");
        verification();
        clock.set(Instant.parse("2020-03-25T00:30:00Z"));
        jobs.run("order-reminders", "daily");
        assertThat(told("reminder.")).isEmpty();
    }

    /** Does it, and answers by when somebody has to act next. */
    private LocalDate happens(String what) {
        switch (what) {
            case "opened" -> {
                conclude(Outcome.PASSED, null);
                filings.save(filings.findById(filing.id()).orElseThrow().overdue(List.of("A02")));
            }
            case "GUIDANCE" -> {
                received.level(COUNTY, RiskLevel.LOW);
                conclude(Outcome.GUIDANCE, null);
            }
            case "sent-back" -> {
                conclude(Outcome.RECTIFY, today.plusDays(3));
                answers.answer(filing.actor(), filing.no(), "已补足");
                decision.sendBack(official, verification().id(), verification().version(), List.of("C01"), "没有台账", today.plusDays(4));
            }
            case "extended" -> {
                conclude(Outcome.RECTIFY, today.plusDays(3));
                decision.extend(official, verification().id(), verification().version(), today.plusDays(9));
            }
            case "closed" -> {
                conclude(Outcome.STOP_WORK, today.plusDays(3));
                decision.close(official, verification().id(), verification().version(), "现场已看");
            }
            case "released" -> {
                conclude(Outcome.RECTIFY, today.plusDays(3));
                received.level(COUNTY, RiskLevel.LOW);
                decision.release(official, verification().id(), verification().version());
            }
            default -> conclude(Outcome.valueOf(what), Outcome.valueOf(what).orders() ? today.plusDays(3) : null);
        }
        return verification().dueOn() == null ? today : verification().dueOn();
    }

    private void conclude(Outcome outcome, LocalDate by) {
        var list = decision.checklist(filings.findById(filing.id()).orElseThrow());
        var results = new ItemResults(Map.of("C01",
                new ItemResult(outcome == Outcome.PASSED ? Conformity.CONFORMS : Conformity.FAILS, ""))).filled(list, Conformity.CONFORMS);
        decision.conclude(official, verification().id(), verification().version(), results, new Conclusion(outcome, "请补足口罩", by));
        entities.flush();
    }

    private Verification verification() {
        entities.flush();
        entities.clear();
        return verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), COUNTY).orElseThrow();
    }

    private List<String> told(String prefix) {
        entities.flush();
        return jdbc.sql("select key from notice where enterprise_id = ? and key like ? || '%' order by id")
                .params(filing.firm().id(), prefix).query(String.class).list();
    }

    private Document page(String path) throws Exception {
        entities.flush();
        entities.clear();
        return Jsoup.parse(mvc.perform(get(path).with(Session.as(filing.actor()))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
    }

    private static int index(List<Element> all, Predicate<Element> which) {
        return IntStream.range(0, all.size()).filter(n -> which.test(all.get(n))).findFirst().orElse(all.size());
    }
}
