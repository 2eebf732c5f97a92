package org.fugong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.ReplyClock;
import org.fugong.filing.ReplyClocks;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.risk.RiskLevel;
import org.fugong.statistics.OnTime;
import org.fugong.statistics.Overview;
import org.fugong.web.Dates;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The clock of a reply over the real holidays of 2020, and what happens when it has run out. */
@WebTest
@Transactional
class ReplyClockTests {

    private static final String COUNTY = "640502";

    @Autowired
    MockMvc mvc;
    @Autowired
    TestClock clock;
    @Autowired
    Deadlines deadlines;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    StaffFixtures staff;
    @Autowired
    ReplyClocks clocks;
    @Autowired
    Filings filings;
    @Autowired
    Overview overview;
    @Autowired
    DueJobs jobs;
    @Autowired
    Inbox inbox;
    @Autowired
    Notices notices;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    @AfterEach
    void now() {
        clock.reset();
    }

    /** The day of submission does not count, nor do weekends and holidays; weekends that are worked do. */
    @ParameterizedTest
    @CsvSource({"2020-03-16, 2020-03-18", "2020-03-19, 2020-03-23", "2020-03-20, 2020-03-24", "2020-03-21, 2020-03-24",
            "2020-01-17, 2020-01-20", "2020-01-22, 2020-02-03", "2020-01-27, 2020-02-04", "2020-04-03, 2020-04-08",
            "2020-04-24, 2020-04-27", "2020-04-29, 2020-05-06", "2020-06-24, 2020-06-29", "2020-09-25, 2020-09-28",
            "2020-09-30, 2020-10-10"})
    void theReplyIsDueTwoWorkingDaysAfterTheDayOfSubmission(LocalDate submitted, LocalDate due) {
        var filing = submitted(submitted, 23);
        assertThat(filing.dueOn()).isEqualTo(due);
        assertThat(clock(filing)).returns(submitted, ReplyClock::from).returns(due, ReplyClock::dueOn).returns(2, ReplyClock::days)
                .returns(0, ReplyClock::day).returns(ReplyClock.Light.GREEN, ReplyClock::light);
    }

    /** Submitted on the Wednesday before the Spring Festival of 2020, which was extended to 2 February; and on a Thursday of April. */
    @ParameterizedTest
    @CsvSource({"2020-01-22, 2020-01-22, 0, GREEN", "2020-01-22, 2020-01-23, 1, GREEN", "2020-01-22, 2020-01-24, 1, AMBER",
            "2020-01-22, 2020-02-02, 1, AMBER",
            "2020-01-22, 2020-02-03, 2, AMBER", "2020-01-22, 2020-02-04, 3, RED", "2020-04-23, 2020-04-24, 1, GREEN",
            "2020-04-23, 2020-04-25, 1, AMBER", "2020-04-23, 2020-04-26, 2, AMBER", "2020-04-23, 2020-04-27, 3, RED"})
    void itIsAmberFromHalfOfTheDaysOnAndRedWhenTheyAreOver(LocalDate submitted, LocalDate today, int day, ReplyClock.Light light)
            throws Exception {
        var filing = submitted(submitted, 9);
        at(today, 12);
        assertThat(clock(filing)).returns(day, ReplyClock::day).returns(light, ReplyClock::light);
        var official = received.official(COUNTY);
        for (var page : List.of(page("/desk/applications/" + filing.no(), official), page("/my/filings/" + filing.no(), firm(filing)))) {
            assertThat(page).contains(switch (light) {
                case GREEN -> "计时中";
                case AMBER -> "期限过半";
                default -> "已逾期";
            }).contains(day == 0 ? "还没有到第 1 个工作日" : "到今天是第 " + day + " 个工作日");
        }
    }

    @Test
    void whatWaitsForTheFirmIsNotTheCountysTimeAndTheDaysBeginAnewAfterIt() throws Exception {
        var filing = submitted(LocalDate.of(2020, 5, 11), 9);
        at(LocalDate.of(2020, 5, 12), 10);
        replies.askCorrection(received.official(COUNTY), filing.no(), "C01");
        at(LocalDate.of(2020, 5, 20), 10);
        assertThat(clock(filing)).returns(ReplyClock.Light.STOPPED, ReplyClock::light).returns(null, ReplyClock::dueOn);
        assertThat(page("/my/filings/" + filing.no(), firm(filing))).contains("计时停止，等待企业").contains("2020年5月12日");
        assertThat(page("/desk/applications/" + filing.no(), received.official(COUNTY))).doesNotContain("已逾期");
        jobs.run("overdue-applications", "daily");
        jobs.run();
        assertThat(escalated(filing)).isEmpty();
        replies.answerCorrection(firm(filing), filing.no());
        assertThat(filings.findById(filing.id()).orElseThrow().dueOn()).isEqualTo(LocalDate.of(2020, 5, 22));
        assertThat(clock(filing)).returns(LocalDate.of(2020, 5, 20), ReplyClock::from).returns(0, ReplyClock::day)
                .returns(ReplyClock.Light.GREEN, ReplyClock::light);
        assertThat(clock(filing).stops()).containsExactly(new ReplyClock.Stop(moment(LocalDate.of(2020, 5, 12), 10),
                moment(LocalDate.of(2020, 5, 20), 10)));
        assertThat(page("/my/filings/" + filing.no(), firm(filing))).contains("不计入县里的时间");
        at(LocalDate.of(2020, 5, 22), 17);
        replies.permit(received.official(COUNTY), filing.no());
        entities.flush();
        var rate = overview.onTime(List.of(COUNTY));
        assertThat(rate.inTime()).isEqualTo(rate.replied());
    }

    @Test
    void whatIsOverdueIsToldToTheCountyThenToTheProvinceEachByItselfAndIsNoConsent() throws Exception {
        var head = staff.of(Role.COUNTY_ADMIN, COUNTY);
        var province = staff.of(Role.PROVINCE_ADMIN, "640000");
        var first = submitted(LocalDate.of(2020, 5, 11), 9);
        var second = submitted(LocalDate.of(2020, 5, 11), 10);
        at(LocalDate.of(2020, 5, 13), 9);
        jobs.run("overdue-applications", "daily");
        assertThat(scheduled()).as("on the last day").isEmpty();
        at(LocalDate.of(2020, 5, 14), 9);
        jobs.run("overdue-applications", "daily");
        assertThat(scheduled()).contains(first.id() + ":COUNTY_ADMIN", second.id() + ":COUNTY_ADMIN")
                .noneMatch(id -> id.endsWith("PROVINCE_ADMIN"));
        jobs.run("application-escalation", first.id() + ":COUNTY_ADMIN");
        assertThat(escalated(first)).containsExactly("COUNTY_ADMIN");
        assertThat(escalated(second)).as("done by a job of its own").isEmpty();
        jobs.run();
        jobs.run("overdue-applications", "daily");
        jobs.run();
        assertThat(told(head)).hasSize(2).anyMatch(text -> text.contains(first.no())).anyMatch(text -> text.contains(second.no()));
        assertThat(told(province)).isEmpty();
        assertThat(page("/admin", province)).as("not yet a matter of the province").doesNotContain("请督办");
        at(LocalDate.of(2020, 5, 15), 9);
        jobs.run("overdue-applications", "daily");
        jobs.run();
        assertThat(escalated(second)).containsExactlyInAnyOrder("COUNTY_ADMIN", "PROVINCE_ADMIN");
        assertThat(told(province)).hasSizeGreaterThanOrEqualTo(2).first().asString().contains("请督办").contains("2020年5月13日");
        assertThat(told(head)).hasSize(2);
        assertThat(page("/my/filings/" + first.no(), firm(first))).contains("逾期没有答复，已报县区管理员督办", "逾期没有答复，已报自治区管理员督办");
        assertThat(page("/admin", head)).contains("逾期没有答复的申请，请督办");
        assertThat(page("/admin", province)).contains("逾期没有答复的申请，请督办");
        assertThat(page("/desk/applications?county=" + COUNTY + "&due=overdue", province)).contains(first.no(), second.no());
        assertThat(filings.findById(first.id()).orElseThrow().state()).isEqualTo(FilingState.SUBMITTED);
    }

    @Test
    void anApplicationThatCannotBeToldOfHoldsUpNoOther() {
        var head = staff.of(Role.COUNTY_ADMIN, COUNTY);
        var broken = submitted(LocalDate.of(2020, 5, 11), 9);
        var sound = submitted(LocalDate.of(2020, 5, 11), 10);
        entities.flush();
        entities.clear();
        jdbc.sql("update filing set decision = '[1]' where id = ?").param(broken.id()).update();
        at(LocalDate.of(2020, 5, 14), 9);
        jobs.run("overdue-applications", "daily");
        assertThatThrownBy(() -> jobs.run(Escalation.NAME, Escalation.id(broken.id(), Role.COUNTY_ADMIN)))
                .isInstanceOf(RuntimeException.class);
        jobs.run(Escalation.NAME, Escalation.id(sound.id(), Role.COUNTY_ADMIN));
        assertThat(told(head)).singleElement().asString().contains(sound.no());
        assertThat(scheduled()).as("each by a job of its own").contains(broken.id() + ":COUNTY_ADMIN", sound.id() + ":COUNTY_ADMIN");
    }

    @Test
    void whatIsLateOrStillOverdueCountsInTheRateOfRepliesInTime() {
        at(LocalDate.of(2020, 5, 20), 9);
        var before = overview.onTime(List.of(COUNTY));
        var inTime = submitted(LocalDate.of(2020, 5, 11), 9);
        var late = submitted(LocalDate.of(2020, 5, 11), 10);
        submitted(LocalDate.of(2020, 5, 11), 11);
        at(LocalDate.of(2020, 5, 13), 18);
        replies.permit(received.official(COUNTY), inTime.no());
        at(LocalDate.of(2020, 5, 14), 9);
        replies.permit(received.official(COUNTY), late.no());
        entities.flush();
        at(LocalDate.of(2020, 5, 20), 9);
        var rate = overview.onTime(List.of(COUNTY));
        assertThat(rate.replied() - before.replied()).isEqualTo(2);
        assertThat(rate.inTime() - before.inTime()).isEqualTo(1);
        assertThat(rate.overdue() - before.overdue()).isEqualTo(1);
        assertThat(new OnTime(2, 1, 1).percent()).isEqualTo(33.3);
    }

    private Filing submitted(LocalDate day, int hour) {
        at(day, hour);
        received.level(COUNTY, RiskLevel.HIGH);
        var no = received.application(COUNTY, "宁夏计时有限公司", deadlines.reply(clock.instant())).no();
        entities.flush();
        return filings.findByNoAndCounty(no, COUNTY).orElseThrow();
    }

    private void at(LocalDate day, int hour) {
        clock.set(moment(day, hour));
    }

    private static Instant moment(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Dates.ZONE).toInstant();
    }

    private ReplyClock clock(Filing filing) {
        entities.flush();
        return clocks.of(filing.id()).orElseThrow();
    }

    private Actor firm(Filing filing) {
        return jdbc.sql("""
                select account.id, login, account.name from account join enterprise on account_id = account.id where enterprise.id = ?""")
                .param(filing.enterpriseId())
                .query((row, n) -> new Actor(row.getLong(1), row.getString(2), row.getString(3), Role.ENTERPRISE, null)).single();
    }

    private List<String> scheduled() {
        return jdbc.sql("select task_instance from scheduled_tasks where task_name = 'application-escalation'").query(String.class).list();
    }

    private List<String> escalated(Filing filing) {
        return jdbc.sql("select to_role from escalation where filing_id = ?").param(filing.id()).query(String.class).list();
    }

    private List<String> told(Actor reader) {
        return inbox.foremost(reader, 9).stream().map(notice -> notices.text(notice.key(), notice.arguments(), Locale.SIMPLIFIED_CHINESE))
                .filter(text -> text.contains("请督办")).toList();
    }

    private String page(String path, Actor actor) throws Exception {
        entities.flush();
        entities.clear();
        return Jsoup.parse(mvc.perform(get(path).with(Session.as(actor))).andReturn().getResponse().getContentAsString()).select("main")
                .text();
    }
}
