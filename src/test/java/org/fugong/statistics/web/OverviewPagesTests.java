package org.fugong.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.enterprise.Firms;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.statistics.Count;
import org.fugong.statistics.CountyWork;
import org.fugong.statistics.Group;
import org.fugong.statistics.Overview;
import org.fugong.statistics.Work;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class OverviewPagesTests {

    private static final String COUNTY = "640324";
    private static final String OTHER = "640323";

    @Autowired
    MockMvc mvc;
    @Autowired
    Overview overview;
    @Autowired
    SubmittedFilings received;
    @Autowired
    AccountOpening accounts;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private String overdueNo;

    @BeforeEach
    void whatIsUnderWay() {
        var today = LocalDate.now(clock);
        received.level(COUNTY, RiskLevel.MEDIUM);
        overdueNo = received.checklist(COUNTY, "宁夏总览甲有限公司", today.minusDays(1)).no();
        received.checklist(COUNTY, "宁夏总览乙有限公司", today);
        received.application(COUNTY, "宁夏总览丙有限公司", today.plusDays(1));
        received.notice(COUNTY, "宁夏总览丁有限公司");
        received.checklist(OTHER, "宁夏总览外县有限公司", today);
        entities.flush();
        jdbc.sql("""
                insert into obligation (duty, state, filing_id, site_id, enterprise_id, county, change_id, due_on, asked_at, version)
                select 'CONFIRM', 'OPEN', id, site_id, enterprise_id, county, (select max(id) from risk_level_change), null, submitted_at, 0
                from filing where no = ?""").params(overdueNo).update();
    }

    @Test
    void whatIsOpenAndOverdueIsCountedForEachCountyOnItsOwn() {
        var work = overview.work(List.of(COUNTY, OTHER));
        assertThat(work).extracting(CountyWork::county).containsExactly(OTHER, COUNTY);
        assertThat(figures(work.get(1), Work.APPLICATION)).containsExactly(1, 0);
        assertThat(figures(work.get(1), Work.FILING)).containsExactly(2, 1);
        assertThat(figures(work.get(1), Work.CHECK)).containsExactly(2, 1);
        assertThat(figures(work.get(1), Work.DUTY)).containsExactly(1, 0);
        assertThat(figures(work.get(0), Work.FILING)).containsExactly(1, 0);
        assertThat(overview.filings(COUNTY)).containsExactly(group("NOTICE", "RECORDED", 1), group("CHECKLIST", "EFFECTIVE", 2),
                group("APPLICATION", "SUBMITTED", 1));
        assertThat(overview.checks(COUNTY)).containsExactly(group(null, "PLANNED", 2));
        assertThat(overview.duties(COUNTY)).containsExactly(group(null, "CONFIRM", 1));
    }

    @Test
    void countingEnds() {
        assertThat(new Count(Count.CAP).more()).isFalse();
        var beyond = new Count(Count.CAP + 1);
        assertThat(beyond.more()).isTrue();
        assertThat(beyond.shown()).isEqualTo(Count.CAP);
    }

    @Test
    void theHeadOfACountySeesItAndReadsItsDeskWithoutActing() throws Exception {
        var head = staff(Role.COUNTY_ADMIN, COUNTY);
        var page = page("/admin", head);
        assertThat(page.select("h1").text()).isEqualTo(page.select("header .who span").first().text() + "总览");
        assertThat(page.select("main").text()).contains("待核查的备案 2 1", "条件清单 已备案 2").doesNotContain("外县");
        for (var address : page.select("main table a").eachAttr("href")) {
            assertThat(page(address, head).text()).as(address).contains("宁夏总览").doesNotContain("外县有限公司");
        }
        var filing = page("/desk/filings/" + overdueNo, head);
        assertThat(filing.text()).contains("宁夏总览甲有限公司", "这里只能查看");
        assertThat(filing.select("main form")).isEmpty();
        var check = page(mvc.perform(get("/desk/filings/" + overdueNo + "/verification").with(Session.as(head))).andReturn().getResponse()
                .getRedirectedUrl(), head);
        assertThat(check.text()).contains("宁夏总览甲有限公司", "这里只能查看");
        assertThat(check.select("main form")).isEmpty();
    }

    @Test
    void anApplicationOffersItsReplyToOfficialsAlone() throws Exception {
        received.level(COUNTY, RiskLevel.HIGH);
        var no = jdbc.sql("select no from filing where name = '宁夏总览丙有限公司'").query(String.class).single();
        assertThat(page("/desk/applications/" + no, received.official(COUNTY)).select("main form")).isNotEmpty();
        assertThat(page("/desk/applications/" + no, staff(Role.COUNTY_ADMIN, COUNTY)).select("main form")).isEmpty();
        assertThat(page("/desk/applications/" + no, staff(Role.PROVINCE_ADMIN, "640000")).select("main form")).isEmpty();
    }

    @Test
    void theProvinceSeesItsCountiesByCodeAndGoesOnToTheirQueues() throws Exception {
        var admin = staff(Role.PROVINCE_ADMIN, "640000");
        var page = page("/admin", admin);
        assertThat(page.select("main tbody th a").eachAttr("href")).isSorted().hasSizeGreaterThan(20);
        var row = page.select("main tbody tr").stream().filter(each -> each.html().contains("/admin/counties/" + COUNTY)).findFirst()
                .orElseThrow();
        for (var address : row.select("td a").eachAttr("href")) {
            assertThat(page(address, admin).text()).as(address).contains("宁夏总览").doesNotContain("外县有限公司");
        }
        assertThat(page("/admin/counties/" + COUNTY, admin).select("main table th a").eachAttr("href"))
                .hasSize(4).allMatch(link -> link.endsWith("?county=" + COUNTY));
        var queue = page("/desk/filings?county=" + COUNTY + "&kind=CHECKLIST", admin);
        assertThat(queue.select("#county option[selected]").eachAttr("value")).containsExactly(COUNTY);
        assertThat(queue.select("main a[download]").eachAttr("href"))
                .allMatch(link -> link.endsWith("?county=" + COUNTY + "&kind=CHECKLIST"));
        assertThat(mvc.perform(get("/desk/filings/export.csv?county=" + COUNTY).with(Session.as(admin))).andReturn().getResponse()
                .getContentAsString()).contains("宁夏总览甲有限公司").doesNotContain("外县");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/filings", "/desk/filings?county=620102", "/desk/filings?county=640000",
            "/desk/verifications?county=620102",
            "/desk/obligations?county=620102", "/admin/counties/620102", "/desk/filings/620102-260322-00001-2"})
    void noCountyOfAnotherProvinceIsFound(String address) throws Exception {
        mvc.perform(get(address).with(Session.as(staff(Role.PROVINCE_ADMIN, "640000")))).andExpect(status().isNotFound());
    }

    private Document page(String address, Actor reader) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(Session.as(reader))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
    }

    private Actor staff(Role role, String scope) {
        return accounts.open("overview-" + ThreadLocalRandom.current().nextInt(1_000_000), Firms.PASSWORD, "负责人", role, scope).actor();
    }

    private static List<Integer> figures(CountyWork work, Work kind) {
        return List.of(work.of(kind).open().counted(), work.of(kind).overdue().counted());
    }

    private static Group group(String kind, String state, int count) {
        return new Group(kind, state, new Count(count));
    }
}
