package org.fugong.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Trail;
import org.fugong.calendar.DueDates;
import org.fugong.calendar.Holidays;
import org.fugong.calendar.SpecialDay;
import org.fugong.calendar.WorkingDays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class HolidayPagesTests {

    private static final String PAGE = "/admin/holidays/2031";
    private static final LocalDate SATURDAY = LocalDate.of(2031, 2, 1);

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    Holidays holidays;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    DueDates due;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Actor admin;

    @BeforeEach
    void admin() {
        admin = opening.open("holiday-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anAdminOfACountyReadsThemAndIsToldWhoKeepsThem() throws Exception {
        var head = opening.open("holiday-county", "a long enough password", "李主任", Role.COUNTY_ADMIN, "640104").actor();
        for (var page : List.of("/admin/holidays", "/admin/holidays/2026")) {
            mvc.perform(get(page).with(Session.as(head))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("请告诉自治区管理员")))
                    .andExpect(content().string(not(containsString("action=\"/admin/holidays"))));
        }
        mvc.perform(post(PAGE).param("notice", "测试").param("days", "").with(Session.as(head)).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aWholeYearIsTypedAtOnceAndLeavesATrace() throws Exception {
        arrange("2031-01-22..2031-01-28 休 春节\n2031-02-01 班 春节");

        var year = holidays.of(2031);
        assertThat(year.days()).hasSize(8).last().isEqualTo(new SpecialDay(SATURDAY, SpecialDay.Kind.WORKDAY, "春节"));
        assertThat(year.loaded()).isTrue();
        assertThat(trail.of("holidays:2031")).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("holiday-admin");
            assertThat(entry.after().get("days")).asString().contains("2031-02-01=WORKDAY 春节");
        });
        mvc.perform(get(PAGE).with(Session.as(admin))).andExpect(content().string(containsString("2031-01-22..2031-01-28 休 春节")));
    }

    @Test
    void wrongLinesAreAllNamedAndNothingIsSaved() throws Exception {
        form("2031-01-22 休 春节\n2031-13-01 休 春节\n2031-01-23 班 春节")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("有 2 行不能采用")))
                .andExpect(content().string(containsString("第 2 行：没有这个日期")))
                .andExpect(content().string(containsString("第 3 行：只有星期六")))
                .andExpect(content().string(containsString("href=\"#line-3\"")))
                .andExpect(content().string(containsString("id=\"line-3\"")));
        assertThat(holidays.of(2031).days()).isEmpty();
    }

    @Test
    void aDayIsAddedChangedAndRemoved() throws Exception {
        arrange("2031-01-22 休 春节");
        day("2031-02-01", "WORKDAY", "春节", lock());
        day("2031-01-22", "HOLIDAY", "除夕", lock());
        assertThat(holidays.of(2031).days()).extracting(SpecialDay::name).containsExactly("除夕", "春节");

        mvc.perform(post(PAGE + "/days/2031-02-01/removal").param("seen", lock()).with(Session.as(admin)).with(csrf()))
                .andExpect(redirectedUrl(PAGE));
        assertThat(holidays.of(2031).days()).hasSize(1);
        assertThat(holidays.of(2031).loaded()).isTrue();
        assertThat(trail.of("holidays:2031")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"2030-01-01,HOLIDAY,元旦,日期不在 2031 年", "2999-01-01,HOLIDAY,元旦,日期不在 2031 年", "1.1.2031,HOLIDAY,元旦,请填写日期",
            "2031-01-01,WORKDAY,元旦,只有星期六",
            "2031-01-01,'',元旦,请填写安排", "2031-01-01,HOLIDAY,' ',请填写节日名称", "2031-01-01,NONE,元旦,请选择休假或者上班"})
    void aDayThatCannotBeIsRefused(String day, String kind, String name, String message) throws Exception {
        mvc.perform(post(PAGE + "/days").param("day", day).param("kind", kind).param("name", name).param("seen", "0")
                .with(Session.as(admin)).with(csrf())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)));
        assertThat(holidays.of(2031).days()).isEmpty();
    }

    @Test
    void theSecondOfTwoAdminsIsToldWhichDaysStandThereAndDecides() throws Exception {
        var other = opening.open("holiday-other", "a long enough password", "陈管理", Role.PROVINCE_ADMIN, "640000").actor();
        var mine = year(admin).type("notice", "通知").type("days", "2031-01-23 休 春节");
        year(other).type("notice", "另一份通知").type("days", "2031-01-22 休 春节").send().andExpect(redirectedUrl(PAGE));
        var told = mine.send().andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("“陈管理”已在")))
                .andExpect(content().string(containsString("存为“另一份通知”")))
                .andExpect(content().string(containsString("存为“2031-01-22 休 春节"))).andReturn().getResponse().getContentAsString();
        assertThat(holidays.of(2031).days()).extracting(SpecialDay::day).containsExactly(LocalDate.of(2031, 1, 22));
        var again = OpenedForm.of(mvc, admin, told, PAGE);
        assertThat(again.value("days")).isEqualTo("2031-01-23 休 春节");
        again.send().andExpect(redirectedUrl(PAGE));
        assertThat(holidays.of(2031).days()).extracting(SpecialDay::day).containsExactly(LocalDate.of(2031, 1, 23));
        assertThat(holidays.of(2031).notice()).isEqualTo("通知");
    }

    @Test
    void whatOnlyTheOtherAdminHasChangedOfAYearStays() throws Exception {
        arrange("2031-01-22 休 春节\n2031-01-23 休 春节");
        var mine = year(admin).type("notice", "更正后的通知");
        // the lines as a browser sends them back
        mine.type("days", mine.value("days").replace("\n", "\r\n"));
        year(admin).type("days", "2031-01-24 休 春节").without("loaded").send().andExpect(redirectedUrl(PAGE));
        mine.type("loaded", "true").send().andExpect(redirectedUrl(PAGE));
        var year = holidays.of(2031);
        assertThat(year.days()).extracting(SpecialDay::day).containsExactly(LocalDate.of(2031, 1, 24));
        assertThat(year.notice()).isEqualTo("更正后的通知");
        assertThat(year.loaded()).isFalse();
    }

    @Test
    void whoeverPutsOrTakesAwayADayOfAYearThatHasChangedIsToldByWhom() throws Exception {
        arrange("2031-01-22 休 春节");
        var day = OpenedForm.open(mvc, admin, PAGE, PAGE + "/days").type("day", "2031-01-22").type("kind", "HOLIDAY").type("name", "除夕");
        var removal = OpenedForm.open(mvc, admin, PAGE, PAGE + "/days/2031-01-22/removal");
        year(admin).type("days", "2031-01-22 休 元旦").send();
        removal.send().andExpect(status().isConflict()).andExpect(content().string(containsString("“刘管理”已在")));
        var told = day.send().andExpect(status().isConflict()).andExpect(content().string(containsString("“刘管理”已在")))
                .andReturn().getResponse().getContentAsString();
        assertThat(holidays.of(2031).days()).extracting(SpecialDay::name).containsExactly("元旦");
        var again = OpenedForm.of(mvc, admin, told, PAGE + "/days");
        assertThat(again.value("name")).isEqualTo("除夕");
        again.type("kind", "HOLIDAY").send().andExpect(redirectedUrl(PAGE));
        assertThat(holidays.of(2031).days()).extracting(SpecialDay::name).containsExactly("除夕");
    }

    @Test
    void aFormThatNoPageMadeHasSeenNothing() throws Exception {
        arrange("2031-01-22 休 春节");
        mvc.perform(post(PAGE).param("notice", "通知").param("days", "2031-01-23 休 春节").with(Session.as(admin)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(PAGE).param("notice", "通知").param("seen.notice", "9999.0").with(Session.as(admin)).with(csrf()))
                .andExpect(status().isConflict());
        assertThat(holidays.of(2031).days()).extracting(SpecialDay::day).containsExactly(LocalDate.of(2031, 1, 22));
    }

    @Test
    void aYearThatIsNoneIsNotFound() throws Exception {
        for (var year : new String[]{"1999", "2101", "203", "20311"}) {
            mvc.perform(get("/admin/holidays/" + year).with(Session.as(admin))).andExpect(status().isNotFound());
        }
    }

    @Test
    void workingDaysAreCountedByItOnceItIsCommitted() {
        var saturday = LocalDate.of(2032, 1, 31);
        var login = admin.login();
        TestTransaction.flagForCommit();
        TestTransaction.end();
        try {
            assertThat(workingDays.isWorkingDay(saturday)).isFalse();
            assertThat(due.beyond(saturday)).isEqualTo(2032);
            holidays.arrange(2032, List.of(new SpecialDay(saturday, SpecialDay.Kind.WORKDAY, "春节")), "通知", true, 0, admin);
            assertThat(workingDays.isWorkingDay(saturday)).isTrue();
            assertThat(due.beyond(saturday)).isNull();
            holidays.arrange(2032, List.of(), "", false, holidays.of(2032).lock(), admin);
            assertThat(workingDays.isWorkingDay(saturday)).isFalse();
            assertThat(due.beyond(saturday)).isEqualTo(2032);
        } finally {
            jdbc.sql("delete from holiday_year where year = 2032").update();
            jdbc.sql("delete from account where login = :login").param("login", login).update();
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T02:00:00Z,false", "2026-09-30T15:59:59Z,false", "2026-09-30T16:00:00Z,true", "2026-12-31T15:00:00Z,true"})
    void fromOctoberOnTheAdminIsToldOfTheNextYear(Instant now, boolean told) throws Exception {
        clock.set(now);
        var words = containsString("2027 年节假日安排尚未录入");
        mvc.perform(get("/admin/lists").with(Session.as(admin))).andExpect(content().string(told ? words : not(words)));
    }

    @Test
    void inEnglishToo() throws Exception {
        mvc.perform(get("/admin/holidays").param("lang", "en").with(Session.as(admin)))
                .andExpect(content().string(containsString("Holidays of 2026"))).andExpect(content().string(containsString("Loaded")));
    }

    private void arrange(String days) throws Exception {
        form(days).andExpect(redirectedUrl(PAGE));
    }

    private ResultActions form(String days) throws Exception {
        return year(admin).type("notice", "国务院办公厅关于2031年部分节假日安排的通知").type("days", days).type("loaded", "true").send();
    }

    private OpenedForm year(Actor by) throws Exception {
        return OpenedForm.open(mvc, by, PAGE, PAGE);
    }

    private void day(String day, String kind, String name, String seen) throws Exception {
        mvc.perform(post(PAGE + "/days").param("day", day).param("kind", kind).param("name", name).param("seen", seen)
                .with(Session.as(admin)).with(csrf())).andExpect(redirectedUrl(PAGE));
    }

    private String lock() {
        return String.valueOf(holidays.of(2031).lock());
    }
}
