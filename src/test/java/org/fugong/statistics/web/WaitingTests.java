package org.fugong.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.fugong.CountedStatements;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.Waiting;
import org.fugong.account.WaitingWork.Line;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.enterprise.Firms;
import org.fugong.filing.SubmittedFilings;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.request.Demand;
import org.fugong.request.RequestSending;
import org.fugong.request.Statement;
import org.fugong.risk.LevelBatchReading;
import org.fugong.risk.LevelBatching;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whoever signs in at a desk or as an admin, on the page where they begin. */
@WebTest
@Transactional
class WaitingTests {

    private static final String COUNTY = "640324";
    private static final String OTHER = "640323";

    @Autowired
    MockMvc mvc;
    @Autowired
    Waiting waiting;
    @Autowired
    SubmittedFilings received;
    @Autowired
    AccountOpening accounts;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    LevelBatching batching;
    @Autowired
    RequestSending sending;
    @Autowired
    CountedStatements statements;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({"OFFICIAL,/desk/filings", "COUNTY_ADMIN,/admin"})
    void whereNothingWaitsOneSentenceSaysSo(Role role, String home) throws Exception {
        received.level(COUNTY, RiskLevel.MEDIUM);
        var reader = staff(role, COUNTY);
        assertThat(waiting.of(reader)).isEmpty();
        assertThat(section(home, reader, Locale.SIMPLIFIED_CHINESE).text()).isEqualTo("等我办理 现在没有等您办理的事。");
        assertThat(section(home, reader, Locale.ENGLISH).text()).isEqualTo("Waiting for me Nothing waits for you now.");
    }

    @Test
    void anOfficialSeesWhatIsOverdueFirstAndEachLineOpensJustThese() throws Exception {
        var official = underWay();
        assertThat(waiting.of(official)).extracting(Line::what, Line::count, Line::overdue, line -> line.next() != null).containsExactly(
                row("applications", 3, 1, true), row("checks", 2, 1, true), row("orders", 1, 1, false), row("duties", 1, 1, false),
                row("answers", 1, 0, true));
        var zh = section("/desk/filings", official, Locale.SIMPLIFIED_CHINESE);
        assertThat(zh.select("li").eachText().getFirst()).startsWith("等本部门牵头办理的申请：3 件 其中逾期 1 最近一件 ").endsWith(" 到期");
        assertThat(zh.select("li").eachText()).contains("整改期限已过，企业没有答复：1 件 已逾期");
        var en = section("/desk/filings", official, Locale.ENGLISH);
        assertThat(en.select("li").eachText().getFirst())
                .startsWith("Applications that wait for your department, which leads: 3 1 overdue Next due ");
        for (var line : waiting.of(official)) {
            var page = page(line.address(), official, Locale.SIMPLIFIED_CHINESE);
            assertThat(page.select("main tbody tr")).as(line.what()).hasSize(line.count());
            assertThat(page.select("main").text()).as(line.what()).doesNotContain("外县", "等我办理");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/filings", "/desk/verifications", "/desk/obligations"})
    void aDueDateThatCannotBeMeantIsNamedAndLeftOut(String queue) throws Exception {
        var official = received.official(COUNTY);
        received.level(COUNTY, RiskLevel.MEDIUM);
        assertThat(page(queue + "?due=sometime", official, Locale.SIMPLIFIED_CHINESE).select("main form [role=status]").text())
                .contains("期限");
        assertThat(page(queue + "?due=overdue", official, Locale.SIMPLIFIED_CHINESE).select("#due option[selected]").eachText())
                .containsExactly("已逾期");
        assertThat(page(queue + "?due=overdue", official, Locale.SIMPLIFIED_CHINESE).select("main a[download]").eachAttr("href"))
                .allMatch(link -> link.endsWith("?due=overdue"));
    }

    @Test
    void atLowRiskNoReplyAndNoCheckIsAskedFor() {
        var official = underWay();
        received.level(COUNTY, RiskLevel.LOW);
        assertThat(waiting.of(official)).extracting(Line::what).containsExactly("duties");
    }

    @Test
    void theHeadOfACountyReadsWhatIsOverdueAtItsDeskAndOpensJustThese() throws Exception {
        underWay();
        var head = staff(Role.COUNTY_ADMIN, COUNTY);
        var late = page("/admin", head, Locale.SIMPLIFIED_CHINESE).select("main table a.tag-overdue");
        assertThat(late.eachAttr("aria-label")).contains("待答复的申请：逾期 1", "核查与整改：逾期 2");
        for (var link : late) {
            var page = page(link.attr("href"), head, Locale.SIMPLIFIED_CHINESE);
            assertThat(page.select("main tbody tr")).as(link.attr("href")).hasSize(Integer.parseInt(link.text()));
            assertThat(page.select("main form[method=post]")).isEmpty();
        }
    }

    @Test
    void aCountyIsToldOfWhatANewListLeavesItToDecide() throws Exception {
        var head = staff(Role.COUNTY_ADMIN, "640104");
        adapted.adapt(0, new Adaptation(new TreeSet<>(), new TreeMap<>(Map.of("C01", Map.of("days", 2.0)))), "本县情况", null, head);
        assertThat(waiting.of(head)).isEmpty();
        var author = staff(Role.PROVINCE_ADMIN, "640000");
        var draft = changed(author, 1);
        asked(draft, author);
        var second = staff(Role.PROVINCE_ADMIN, "640000");
        publication.confirm(draft.id(), draft.lock(), second);
        entities.flush();
        assertThat(waiting.of(head)).singleElement().satisfies(line -> {
            assertThat(List.of(line.what(), line.count(), line.overdue())).isEqualTo(List.of("inheritance.MEDIUM", 1, 1));
            assertThat(page(line.address(), head, Locale.SIMPLIFIED_CHINESE).select("main").text()).contains("C01");
        });
        assertThat(section("/admin", head, Locale.SIMPLIFIED_CHINESE).text()).contains("中风险新版清单与本县区的调整不合，待决定：1 项 已逾期");
        assertThat(section("/admin", head, Locale.ENGLISH).text()).contains("new medium-risk list").contains("Overdue");
    }

    @Test
    void anAdminOfTheProvinceConfirmsWhatAnotherAskedForAndNotTheOwn() throws Exception {
        var author = staff(Role.PROVINCE_ADMIN, "640000");
        var second = staff(Role.PROVINCE_ADMIN, "640000");
        asked(changed(author, 1), author);
        entities.flush();
        assertThat(lines(author)).doesNotContain("publications");
        assertThat(lines(second)).contains("publications");
        assertThat(section("/admin", second, Locale.SIMPLIFIED_CHINESE).text()).contains("待您确认发布的清单：1 份");
        assertThat(section("/admin", second, Locale.ENGLISH).text()).contains("Lists for you to confirm: 1");
    }

    @Test
    void anAdminOfTheProvinceSeesBatchesThatCanStillBeConfirmed() {
        var admin = staff(Role.PROVINCE_ADMIN, "640000");
        batching.propose(List.of(new LevelBatchReading.Line(2, COUNTY, RiskLevel.HIGH, null, "通知")), admin);
        batching.propose(List.of(new LevelBatchReading.Line(2, OTHER, RiskLevel.HIGH, null, "通知")), admin);
        entities.flush();
        assertThat(line(admin, "batches").count()).isEqualTo(2);
        received.level(COUNTY, RiskLevel.LOW);
        assertThat(line(admin, "batches").count()).isEqualTo(1);
        jdbc.sql("select id from level_batch where confirmed_at is null and lines::text like ?").param("%" + OTHER + "%").query(Long.class)
                .list().forEach(id -> batching.confirm(id, admin));
        entities.flush();
        assertThat(lines(admin)).doesNotContain("batches");
    }

    @Test
    void anAdminOfTheProvinceSeesRequestsAndTheCountiesThatOweReplies() throws Exception {
        var admin = staff(Role.PROVINCE_ADMIN, "640000");
        underWay();
        var before = Stream.ofNullable(line(admin, "requests")).mapToInt(Line::count).sum();
        sending.send(null, "from " + UUID.randomUUID(),
                new Statement(Demand.DEPOSIT, COUNTY, "某街道办", "要交保证金", LocalDate.now(clock), null, null));
        entities.flush();
        assertThat(line(admin, "requests").count()).isEqualTo(before + 1);
        var late = line(admin, "replies");
        assertThat(waiting.of(admin)).startsWith(late);
        assertThat(section("/admin", admin, Locale.SIMPLIFIED_CHINESE).text()).contains("有申请逾期没有答复的县区：" + late.count() + " 个 已逾期");
        assertThat(section("/admin", admin, Locale.ENGLISH).text()).contains("Counties with overdue replies: " + late.count());
        var page = page("/admin", admin, Locale.SIMPLIFIED_CHINESE);
        assertThat(page.select("#work a.tag-overdue[href*=" + COUNTY + "]").eachAttr("href"))
                .contains("/desk/applications?county=" + COUNTY + "&due=overdue");
    }

    @ParameterizedTest
    @CsvSource({"OFFICIAL,8", "COUNTY_ADMIN,3", "PROVINCE_ADMIN,7"})
    void whatWaitsIsCountedInAFewQueriesHoweverMuchItIs(Role role, int most) throws Exception {
        underWay();
        var reader = staff(role, role == Role.PROVINCE_ADMIN ? "640000" : COUNTY);
        assertThat(statements.during(() -> waiting.of(reader))).hasSizeLessThanOrEqualTo(most);
    }

    /** Three applications, two checks, an order that nobody answered, an answer, and what a firm was asked: some of it overdue. */
    private Actor underWay() {
        var today = LocalDate.now(clock);
        received.level(COUNTY, RiskLevel.MEDIUM);
        received.application(COUNTY, "宁夏等我甲有限公司", today.minusDays(1));
        received.application(COUNTY, "宁夏等我乙有限公司", today);
        received.application(COUNTY, "宁夏等我丙有限公司", today.plusDays(1));
        var asked = received.checklist(COUNTY, "宁夏等我丁有限公司", today.minusDays(1));
        received.checklist(COUNTY, "宁夏等我戊有限公司", today.plusDays(1));
        var ordered = received.checklist(COUNTY, "宁夏等我己有限公司", today.minusDays(2));
        var answered = received.checklist(COUNTY, "宁夏等我庚有限公司", today.plusDays(2));
        received.application(OTHER, "宁夏等我外县有限公司", today.minusDays(1));
        received.checklist(OTHER, "宁夏等我外县二有限公司", today.minusDays(1));
        entities.flush();
        become("RECTIFY", ordered.id());
        become("REPORTED", answered.id());
        jdbc.sql("""
                insert into obligation (duty, state, filing_id, site_id, enterprise_id, county, change_id, due_on, asked_at, version)
                select 'FILE', 'OPEN', id, site_id, enterprise_id, county, (select max(id) from risk_level_change), ?, submitted_at, 0
                from filing where id = ?""").params(today.minusDays(1), asked.id()).update();
        return received.official(COUNTY);
    }

    private void become(String state, long filing) {
        jdbc.sql("update verification set state = ?, outcome = 'RECTIFY', rectify_by = due_on where filing_id = ?").params(state, filing)
                .update();
    }

    private ConditionList changed(Actor author, double days) {
        var draft = drafting.start(RiskLevel.MEDIUM, author);
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", days), author);
        return draft;
    }

    private void asked(ConditionList draft, Actor author) {
        impacts.foresee(draft.id(), author);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("宁应指〔2020〕30号", "收紧", null, false), author);
    }

    private List<String> lines(Actor reader) {
        return waiting.of(reader).stream().map(Line::what).toList();
    }

    private Line line(Actor reader, String what) {
        return waiting.of(reader).stream().filter(line -> line.what().equals(what)).findFirst().orElse(null);
    }

    private Element section(String home, Actor reader, Locale locale) throws Exception {
        return page(home, reader, locale).selectFirst("main section[aria-labelledby=waiting]");
    }

    private Document page(String address, Actor reader, Locale locale) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).cookie(new Cookie("lang", locale.getLanguage())).with(Session.as(reader)))
                .andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString());
    }

    private Actor staff(Role role, String scope) {
        return accounts.open("waiting-" + ThreadLocalRandom.current().nextInt(1_000_000_000), Firms.PASSWORD, "工作人员", role, scope).actor();
    }

    private static Tuple row(Object... cells) {
        return Tuple.tuple(cells);
    }
}
