package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.application.Acceptance;
import org.fugong.application.ApplicationReply;
import org.fugong.application.RepliedApplications;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Every step of a filing is told to the firm, or there is a reason why not. */
@WebTest
@Transactional
class FilingNoticesTests {

    private static final String COUNTY = "640522";
    /** Told only where something else is in force beside the application: PermittedChangesTests does them. */
    private static final Set<String> OF_A_CHANGE = Set.of("Withdrawn", "Superseded");

    private static final Map<String, String> NOT_TOLD = Map.ofEntries(
            Map.entry("Started", "the firm itself has begun the draft"),
            Map.entry("Discarded", "the firm itself has thrown the draft away"),
            Map.entry("Submitted", "the firm itself has submitted, and stands before the receipt"),
            Map.entry("Signed", "the firm itself has signed"),
            Map.entry("Corrected", "the firm itself has put its application right"),
            Map.entry("Ended", "the firm itself has closed the filing"),
            Map.entry("Changed", "the firm itself has changed the filing"),
            Map.entry("Suspended", "the order to stop is told where it is given, in VerificationNotices"),
            Map.entry("Resumed", "that the order is settled is told where it is closed, in VerificationNotices"),
            Map.entry("Supplied",
                    "the firm itself has supplied it, or the check is told in VerificationNotices, and its page names the items"),
            Map.entry("OwedOverdue", "the reminder that the day has passed says it, in OrderReminders"),
            Map.entry("Switched", "the notice of the change of level says it, in DraftsSwitched"),
            Map.entry("Advised", "the notice of the change of level says it, in OwedAdvised"),
            Map.entry("ListChanged", "the notice of the change of list says it, in ImpactNotice"),
            Map.entry("Closed", "the notice of the change of level says it, in ApplicationsClosed"),
            Map.entry("TookEffect", "the notice of the change of level says it, in ApplicationsEffective"));

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ApplicationReply reply;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private SubmittedFilings.One application;
    private Actor official;

    @BeforeEach
    void anApplicationInACountyAtHighRisk() {
        received.level(COUNTY, RiskLevel.HIGH);
        application = received.application(COUNTY, "宁夏告知申请有限公司", LocalDate.now(clock).plusDays(2));
        official = received.official(COUNTY);
    }

    /** What is done, and the notice of it, what the home of the firm says then, above everything green, and the history. */
    @ParameterizedTest
    @CsvSource({"Accepted, accepted, 已受理，等待答复, 受理，各部门同时办理",
            "NotAccepted, not-accepted, 没有受理，原因写在申请页上, 不予受理：不属于本县区",
            "CorrectionAsked, correction, 要一次性补正, 请企业一次性补正",
            "Permitted, permitted, 准予复工，可以复工, 准予复工",
            "Refused, refused, 没有获得同意，理由逐项写在申请页上, 不予同意"})
    void theFirmGetsTheNoticeTheLineOnItsHomeAndTheStep(String what, String notice, String line, String step) throws Exception {
        happens(what);
        assertThat(jdbc.sql("select key from notice where enterprise_id = ? order by id desc limit 1").param(application.firm().id())
                .query(String.class).single()).isEqualTo("notice.filing." + notice);
        var home = page("/my");
        assertThat(home.select("section.notice-unread").text()).contains(application.no());
        var all = home.selectFirst("main").getAllElements();
        assertThat(index(all, one -> one.is("section.sheet:not(.notice-unread) *") && one.ownText().contains(line)))
                .as("above what is green").isLessThan(all.size()).isLessThanOrEqualTo(index(all, one -> one.hasClass("tag-met")));
        assertThat(home.select("section.sheet").text().contains("可以复工")).isEqualTo(what.equals("Permitted"));
        assertThat(home.select(".notice-order a.btn")).hasSize(Set.of("Accepted", "Permitted").contains(what) ? 0 : 1);
        assertThat(page("/my/filings/" + application.no()).select("ul.history").text()).contains(step);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotAccepted", "Refused"})
    void whoWasToldNoReadsTheReasonsAndHowToObjectBesideThem(String what) throws Exception {
        happens(what);
        var reasons = page("/my/filings/" + application.no()).select("section:has(h2:contains(理由))").text();
        assertThat(reasons).contains(what.equals("Refused") ? "C01" : "不属于本县区", "六十日内申请行政复议", "六个月内向人民法院提起行政诉讼");
    }

    @Test
    void whoWasPermittedIsNotToldHowToObject() throws Exception {
        happens("Permitted");
        assertThat(page("/my/filings/" + application.no()).text()).doesNotContain("行政复议");
    }

    private void happens(String what) {
        var no = application.no();
        switch (what) {
            case "Accepted" -> replies.accept(official, no);
            case "NotAccepted" -> acceptance.notAccept(official, no, replies.version(official, no), "不属于本县区");
            case "CorrectionAsked" -> replies.askCorrection(official, no, "C01");
            case "Permitted" -> replies.permit(official, no);
            case "Refused" -> {
                replies.agreed(official, no);
                reply.refuse(official, no, replies.version(official, no), List.of(new Decision.Reason("C01", "口罩不足")), null);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private Document page(String path) throws Exception {
        entities.flush();
        entities.clear();
        return Jsoup.parse(mvc.perform(get(path).with(Session.as(application.actor()))).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString());
    }

    private static int index(List<Element> all, Predicate<Element> which) {
        return IntStream.range(0, all.size()).filter(n -> which.test(all.get(n))).findFirst().orElse(all.size());
    }

    @Test
    void everyStepThatIsToldStandsInTheTableAbove() throws Exception {
        var table = FilingNoticesTests.class.getDeclaredMethod("theFirmGetsTheNoticeTheLineOnItsHomeAndTheStep", String.class, String.class,
                String.class, String.class).getAnnotation(CsvSource.class).value();
        var known = Stream.concat(Stream.of(table).map(row -> row.split(",")[0]), OF_A_CHANGE.stream());
        assertThat(known).containsExactlyInAnyOrderElementsOf(told());
    }

    private static List<String> told() {
        return Stream.of(FilingNotices.class.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(EventListener.class))
                .map(method -> method.getParameterTypes()[0].getSimpleName()).toList();
    }

    @Test
    void everyStepHasANoticeOrAReasonForNone() {
        var steps = new TreeSet<String>();
        Stream.of(FilingStep.class, FilingTransition.class).flatMap(kind -> Stream.of(kind.getDeclaredClasses()))
                .filter(Class::isRecord).forEach(step -> steps.add(step.getSimpleName()));
        var known = new TreeSet<>(NOT_TOLD.keySet());
        told().forEach(step -> assertThat(known.add(step)).as("%s is told", step).isTrue());
        assertThat(steps).isEqualTo(known);
    }
}
