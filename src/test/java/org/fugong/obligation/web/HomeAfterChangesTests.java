package org.fugong.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.impact.ListImpacts;
import org.fugong.job.DueJobs;
import org.fugong.message.Notice;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.publication.ListPublication;
import org.fugong.risk.LevelEffect;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.FilingSigning;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What the home of a firm says of a site after the level of its county, or its list, has changed: the change, and one thing to do. */
@WebTest
@Transactional
class HomeAfterChangesTests {

    private static final String COUNTY = "640381";

    /** What an effect leaves in the history of the filing, or of its check, beside the notice that it sends. */
    private static final Map<String, String> STEPS = Map.of(
            "applications-closed", "filing.closed",
            "verifications-eased", "verification.eased",
            "owed-advised", "filing.advised",
            "duties-lapsed", "obligation.lapsed",
            "drafts-switched", "filing.switched",
            "applications-effective", "filing.took-effect",
            "filing-asked", "obligation.asked",
            "signature-asked", "obligation.asked",
            "additions-asked", "obligation.asked");

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    DraftEditing editing;
    @Autowired
    FilingSigning signing;
    @Autowired
    AccountOpening accounts;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    List<LevelEffect> effects;
    @Autowired
    Notices notices;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs jobs;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Enterprise firm;
    private Site site;
    private Actor actor;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏首页变化有限公司");
        site = firms.site(firm, COUNTY);
        actor = Firms.actor(firm);
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    /** What there was, the change, the words that the card says then, and those that would contradict them. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "LOW, -, MEDIUM, 复工前备案, 可以继续开工",
            "LOW, NOTICE, MEDIUM, 可以继续开工, 复工前备案",
            "LOW, draft NOTICE, MEDIUM, 继续填报, 不需要任何手续",
            "LOW, -, HIGH, 复工前提交申请, 不需要任何手续",
            "MEDIUM, CHECKLIST, HIGH, 已备案，可以复工, 复工前提交申请",
            "MEDIUM, COMMITMENT, LOW, 现在就可以开工, 复工前备案",
            "MEDIUM, draft COMMITMENT, LOW, 现在就可以开工, 复工前备案",
            "HIGH, APPLICATION, MEDIUM, 签承诺书后可以复工, 等待答复",
            "HIGH, APPLICATION, LOW, 现在就可以开工, 等待答复",
            "HIGH, -, MEDIUM, 复工前备案, 提交申请"})
    void aChangeOfLevelIsSaidForAWeekAndOneThingFollows(RiskLevel before, String what, RiskLevel after, String said, String unsaid)
            throws Exception {
        become(before);
        have(what);
        clock.advance(Duration.ofMinutes(1));
        become(after);
        var card = card("zh");
        assertThat(card.select("p.notice").text()).contains("起，本县区由" + name(before) + "调整为" + name(after));
        assertThat(card.text()).contains(said).doesNotContain(unsaid);
        assertThat(card.select("a.btn").eachAttr("href")).as("one way to go on").hasSizeLessThanOrEqualTo(1);
        assertThat(card.select("p.notice").first().elementSiblingIndex()).as("above what is settled")
                .isLessThan(Stream.ofNullable(card.selectFirst("p:has(.tag-met)")).mapToInt(Element::elementSiblingIndex).findFirst()
                        .orElse(99));
        assertThat(card("en").select("p.notice").text()).contains("the level of this county");
        inbox.foremost(Firms.actor(firm), 9).forEach(notice -> inbox.read(Firms.actor(firm), notice.id()));
        assertThat(card("zh").select("p.notice").text()).as("read, and still new").contains("调整为");
        clock.advance(Duration.ofDays(8));
        assertThat(card("zh").select("p.notice").text()).doesNotContain("调整为");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "-, 清单有了变化，现行第 2 版。, The list",
            "COMMITMENT, 已备案的继续有效，不用重新办理。, stays valid",
            "draft COMMITMENT, 草稿按新版核对，填好的内容都在。, keeps what you have entered"})
    void aNewListIsSaidForAWeek(String what, String said, String english) throws Exception {
        become(RiskLevel.MEDIUM);
        have(what);
        clock.advance(Duration.ofMinutes(1));
        publish();
        assertThat(card("zh").select("p.notice").text()).contains(said);
        assertThat(card("en").select("p.notice").text()).containsIgnoringCase(english.replace("The list", "the list"));
        clock.advance(Duration.ofDays(8));
        assertThat(card("zh").select("p.notice").text()).doesNotContain("清单有了变化");
    }

    @Test
    void whatWasFiledAfterAChangeRestsOnItAndIsToldNothingNew() throws Exception {
        become(RiskLevel.HIGH);
        become(RiskLevel.MEDIUM);
        clock.advance(Duration.ofMinutes(1));
        have("COMMITMENT");
        assertThat(card("zh").select("p.notice")).isEmpty();
    }

    @Test
    void aClosedApplicationIsAskedOnceToBeFiledAndADraftGoesOnInOnePlace() throws Exception {
        become(RiskLevel.HIGH);
        have("APPLICATION");
        become(RiskLevel.LOW);
        become(RiskLevel.MEDIUM);
        assertThat(card("zh").select("a.btn").eachAttr("href")).containsExactly("/my/filings/new?site=" + site.id());
        assertThat(card("zh").text()).contains("可以继续开工").doesNotContain("复工前备案");
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        assertThat(card("zh").select("a.btn").eachAttr("href")).containsExactly("/my/drafts/" + draft.id());
    }

    @Test
    void aRefusalIsPastWhereNothingHasToBeAskedFor() throws Exception {
        become(RiskLevel.HIGH);
        var application = filed.submitted(firm, site, FilingKind.APPLICATION);
        entities.flush();
        jdbc.sql("update filing set state = 'REFUSED', due_on = null where id = ?").param(application.id()).update();
        entities.clear();
        assertThat(card("zh").text()).contains("没有获得同意");
        become(RiskLevel.LOW);
        assertThat(card("zh").text()).contains("现在就可以开工").doesNotContain("没有获得同意");
    }

    @Test
    void whatHasChangedInTheCountyIsNotBuriedUnderOtherNotices() throws Exception {
        become(RiskLevel.LOW);
        have("NOTICE");
        become(RiskLevel.MEDIUM);
        for (int n = 0; n < 4; n++) {
            notices.send(List.of(new Notice(firm.id(), "request:" + n, "notice.request-answered", List.of("640000-0000" + n), "/my")));
        }
        assertThat(page("zh").select("section.notice-unread").first().text()).contains("风险等级自");
    }

    /** The effect, the level before, what there is then, and the levels that come. */
    @ParameterizedTest
    @CsvSource({"applications-closed, HIGH, APPLICATION, LOW", "verifications-eased, MEDIUM, COMMITMENT, LOW",
            "owed-advised, MEDIUM, owing CHECKLIST, LOW", "duties-lapsed, LOW, NOTICE, MEDIUM LOW",
            "drafts-switched, MEDIUM, draft COMMITMENT, HIGH", "applications-effective, HIGH, signed APPLICATION, MEDIUM",
            "filing-asked, LOW, NOTICE, MEDIUM", "signature-asked, HIGH, APPLICATION, MEDIUM",
            "additions-asked, MEDIUM, short COMMITMENT, HIGH"})
    void anEffectOfALevelLeavesAStepBesideItsNotice(String effect, RiskLevel before, String what, String then) {
        become(before);
        var filing = have(what);
        for (var level : then.split(" ")) {
            clock.advance(Duration.ofMinutes(1));
            become(RiskLevel.valueOf(level));
        }
        entities.flush();
        assertThat(jdbc.sql("select key from notice where enterprise_id = ? and about like 'level-change:%:' || ? || ':%'")
                .params(firm.id(), effect).query(String.class).list()).containsExactly("notice." + effect);
        assertThat(actions(filing)).contains(STEPS.get(effect));
    }

    @Test
    void everyEffectOfALevelStandsInTheTableAbove() throws Exception {
        var table = HomeAfterChangesTests.class.getDeclaredMethod("anEffectOfALevelLeavesAStepBesideItsNotice", String.class,
                RiskLevel.class, String.class, String.class).getAnnotation(CsvSource.class).value();
        assertThat(table).extracting(row -> row.split(",")[0]).containsExactlyInAnyOrderElementsOf(STEPS.keySet());
        assertThat(effects).extracting(LevelEffect::name).containsExactlyInAnyOrderElementsOf(STEPS.keySet());
    }

    /** What happened to a filing, and to the checks of it. */
    private List<String> actions(Filing filing) {
        var checks = jdbc.sql("select 'verification:' || id from verification where filing_id = ?").param(filing.id()).query(String.class)
                .list();
        return Stream.concat(Stream.of("filing:" + filing.id()), checks.stream())
                .flatMap(subject -> trail.of(subject).stream()).map(Entry::action).toList();
    }

    /** A draft, or a filing: one that owes an item, whose commitment is signed ahead, or whose list the county has made shorter. */
    private Filing have(String what) {
        if (what == null) {
            return null;
        }
        var kind = FilingKind.valueOf(what.substring(what.indexOf(' ') + 1));
        if (what.startsWith("short ")) {
            jdbc.sql("""
                    insert into county_adaptation (county, level, revision, adaptation, reason, effective_at, recorded_at, recorded_by)
                    select ?, 'MEDIUM', 1, '{"omitted": ["C10"], "relaxed": {}}', '辖区情况', timestamptz '2020-01-01',
                        timestamptz '2020-01-01', min(id) from account""").param(COUNTY).update();
        }
        var draft = filed.complete(firm, site, kind);
        if (what.startsWith("draft ")) {
            return draft;
        }
        if (what.startsWith("owing ")) {
            editing.answers(actor, draft.id(), SeenVersions.LATEST, Map.of("A03", answer -> answer.value(null).owed(true)));
        }
        var filing = filed.submit(firm, draft.id());
        entities.flush();
        return what.startsWith("signed ")
                ? signing.sign(actor, filing.no(), new Signatory("马建国", "法定代表人", null), Firms.PASSWORD)
                : filing;
    }

    private void publish() {
        var author = admin();
        var draft = drafting.start(RiskLevel.MEDIUM, author);
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 2.0), author);
        impacts.foresee(draft.id(), author);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("宁应指〔2020〕30号", "调整", null, false), author);
        publication.confirm(draft.id(), draft.lock(), admin());
    }

    private Actor admin() {
        return accounts.open("home-" + ThreadLocalRandom.current().nextInt(1_000_000_000), Firms.PASSWORD, "管理员", Role.PROVINCE_ADMIN,
                "640000").actor();
    }

    private void become(RiskLevel level) {
        filed.level(COUNTY, level);
        jobs.run("level-effects",
                jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single());
    }

    private static String name(RiskLevel level) {
        return Map.of(RiskLevel.LOW, "低风险", RiskLevel.MEDIUM, "中风险", RiskLevel.HIGH, "高风险").get(level);
    }

    private Element card(String language) throws Exception {
        return page(language).selectFirst("section.sheet:has(p.hint > a[href^=/counties/])");
    }

    private Document page(String language) throws Exception {
        return Jsoup.parse(mvc.perform(get("/my").cookie(new Cookie("lang", language)).with(Session.as(actor))).andReturn().getResponse()
                .getContentAsString());
    }
}
