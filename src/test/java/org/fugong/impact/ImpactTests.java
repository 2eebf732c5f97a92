package org.fugong.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.SentNotice;
import org.fugong.publication.ListAdaptation;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ImpactTests {

    private static final String COUNTY = "640303";

    @Autowired
    MockMvc mvc;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    DraftEditing editing;
    @Autowired
    AccountOpening accounts;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListImpacts impacts;
    @Autowired
    AdaptationImpacts adaptationImpacts;
    @Autowired
    ImpactFirms impactFirms;
    @Autowired
    ListAdaptation adapting;
    @Autowired
    ListPublication publication;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs due;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private Actor author;
    private Actor countyAdmin;
    private Enterprise exact;
    private Enterprise ample;
    private Enterprise promising;
    private Enterprise drafter;

    /**
     * In a county at medium risk: one firm has just the masks that are asked for, one has plenty, one has promised, one is
     * writing a draft.
     */
    @BeforeEach
    void fourFirms() {
        author = staff(Role.PROVINCE_ADMIN, "640000");
        countyAdmin = staff(Role.COUNTY_ADMIN, COUNTY);
        filed.level(COUNTY, RiskLevel.MEDIUM);
        exact = firms.complete("=宁夏刚好有限公司");
        ample = firms.complete("宁夏充足有限公司");
        promising = firms.complete("宁夏承诺有限公司");
        drafter = firms.complete("宁夏草稿有限公司");
        var filing = filed.complete(exact, firms.site(exact, COUNTY), FilingKind.CHECKLIST);
        editing.answers(Firms.actor(exact), filing.id(), SeenVersions.LATEST, Map.of("C01", answer -> Answer.of(240.0)));
        filed.submit(exact, filing.id());
        filed.submitted(ample, firms.site(ample, COUNTY), FilingKind.CHECKLIST);
        filed.submitted(promising, firms.site(promising, COUNTY), FilingKind.COMMITMENT);
        var draft = filed.complete(drafter, firms.site(drafter, COUNTY), FilingKind.CHECKLIST);
        editing.answers(Firms.actor(drafter), draft.id(), SeenVersions.LATEST, Map.of("C01", answer -> Answer.of(240.0)));
        entities.flush();
    }

    @Test
    void aDraftThatAsksMoreIsForeseen() {
        var impact = impacts.foresee(stricter().id(), author);
        finish(impact);
        var counts = impact.counts().counties().get(COUNTY);
        assertThat(counts.filings()).isEqualTo(3);
        assertThat(counts.drafts()).isEqualTo(1);
        assertThat(counts.touched()).isEqualTo(3);
        assertThat(lines(impact)).containsExactly("=宁夏刚好有限公司 {C01=LOST}", "宁夏承诺有限公司 {C01=DOUBTED}", "宁夏草稿有限公司 {C01=LOST}");
    }

    @Test
    void anotherChangeOfTheDraftIsToBeLookedAtAnew() {
        var draft = stricter();
        assertThat(impacts.fresh(draft)).isFalse();
        finish(impacts.foresee(draft.id(), author));
        assertThat(impacts.fresh(draft)).isTrue();
        assertThat(impacts.fresh(drafting.remove(draft.id(), draft.lock(), "D01", author))).isFalse();
    }

    @Test
    void aDraftThatWasAnotherOneMeanwhileHasNotBeenLookedAtToTheEnd() {
        var draft = stricter();
        finish(impacts.foresee(draft.id(), author));
        long begun = jdbc
                .sql("""
                        insert into impact (phase, province, level, list_id, fingerprint, asked_by, asked_at, last_id, counts)
                        select phase, province, level, list_id, fingerprint, asked_by, asked_at, 0, counts from impact
                            where list_id = ? returning id""")
                .param(draft.id()).query(Long.class).single();
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 4.0), author);
        due.run("impact", String.valueOf(begun));
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 5.0), author);
        assertThat(impacts.fresh(draft)).isFalse();
        assertThat(impacts.foresee(draft.id(), author).id()).isEqualTo(begun);
        assertThat(impacts.fresh(draft)).isTrue();
    }

    @Test
    void whatCameStandsBesideWhatWasForeseenAndTheFirmsAreToldOnce() throws Exception {
        var draft = stricter();
        finish(impacts.foresee(draft.id(), author));
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("宁政办明电〔2020〕9号", "口罩供应好转", null, false), author);
        entities.flush();
        var published = publication.confirm(draft.id(), draft.lock(), staff(Role.PROVINCE_ADMIN, "640000"));
        entities.flush();
        due.run();
        due.run("list-in-force", String.valueOf(draft.id()));
        var seen = impacts.seen(published).orElseThrow();
        assertThat(seen.finished()).isTrue();
        assertThat(seen.counts().counties().get(COUNTY))
                .isEqualTo(impacts.foreseen(published).orElseThrow().counts().counties().get(COUNTY));
        assertThat(inbox.page(Firms.actor(exact), Long.MAX_VALUE, 10)).extracting(SentNotice::key)
                .containsExactly("impact.notice.filing");
        assertThat(inbox.page(Firms.actor(promising), Long.MAX_VALUE, 10)).extracting(SentNotice::key)
                .containsExactly("impact.notice.filing");
        assertThat(inbox.page(Firms.actor(drafter), Long.MAX_VALUE, 10)).extracting(SentNotice::key)
                .containsExactly("impact.notice.draft");
        assertThat(inbox.page(Firms.actor(ample), Long.MAX_VALUE, 10)).isEmpty();
        mvc.perform(get("/admin/lists/" + draft.id() + "/impact").with(Session.as(author))).andExpect(status().isOk())
                .andExpect(content().string(containsString("实际")));
        assertThat(steps(exact)).containsExactly("{draft=false, met=[], missed=[C01], version=2}");
        assertThat(steps(promising)).containsExactly("{draft=false, met=[], missed=[C01], version=2}");
        assertThat(steps(drafter)).containsExactly("{draft=true, met=[], missed=[C01], version=2}");
        assertThat(steps(ample)).isEmpty();
        var no = jdbc.sql("select no from filing where enterprise_id = ?").param(exact.id()).query(String.class).single();
        var said = "清单换成第 2 版：仍按提交时的清单办理；按新版看，C01 不符合或者待核实";
        mvc.perform(get("/my/filings/" + no).with(Session.as(Firms.actor(exact)))).andExpect(content().string(containsString(said)));
        mvc.perform(get("/desk/filings/" + no).with(Session.as(staff(Role.OFFICIAL, COUNTY))))
                .andExpect(content().string(containsString(said)));
    }

    /** What the changes of lists have left in the histories of a firm's filings and drafts. */
    private List<String> steps(Enterprise firm) {
        return jdbc.sql("select id from filing where enterprise_id = ? order by id").param(firm.id()).query(Long.class).list().stream()
                .flatMap(id -> trail.of("filing:" + id).stream()).filter(entry -> entry.action().equals("filing.list-changed"))
                .map(entry -> new TreeMap<>(entry.after()).toString()).toList();
    }

    @Test
    void theFirmsAreShownWithTheirNoticesAndDownloaded() throws Exception {
        var page = "/admin/lists/" + stricter().id() + "/impact";
        mvc.perform(get(page).with(Session.as(author))).andExpect(content().string(containsString("还没有预览")));
        mvc.perform(post(page).with(csrf()).with(Session.as(author))).andExpect(status().is3xxRedirection());
        due.run();
        mvc.perform(get(page).with(Session.as(author))).andExpect(content().string(containsString("C01 ")));
        mvc.perform(get(page + "/firms?code=C01").with(Session.as(author))).andExpect(content().string(containsString("=宁夏刚好有限公司")))
                .andExpect(content().string(containsString("以下条件不符合或者待核实，供您参考：C01")));
        mvc.perform(get(page + "/firms.csv").with(Session.as(author))).andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(startsWith("\uFEFF县区,企业,统一社会信用代码,备案编号,变化\r\n")))
                .andExpect(content().string(containsString(",'=宁夏刚好有限公司," + exact.creditCode().value() + ",640303-")))
                .andExpect(content().string(containsString("宁夏草稿有限公司," + drafter.creditCode().value() + ",草稿,C01 符合→不符合")))
                .andExpect(content().string(not(containsString("0951"))));
    }

    @Test
    void whatACountyAsksLessIsForeseenKeptAndSeen() throws Exception {
        var eased = new Adaptation(new TreeSet<>(List.of("C03")), new TreeMap<>(Map.of("C01", Map.of("days", 2.0))));
        var poor = firms.complete("宁夏欠缺有限公司");
        var draft = filed.complete(poor, firms.site(poor, COUNTY), FilingKind.CHECKLIST);
        editing.answers(Firms.actor(poor), draft.id(), SeenVersions.LATEST, Map.of("C01", answer -> Answer.of(160.0)));
        entities.flush();
        var list = adapting.provincial(RiskLevel.MEDIUM, Instant.now(), countyAdmin);
        var foreseen = adaptationImpacts.foresee(list, eased, Instant.now(), countyAdmin);
        assertThat(adaptationImpacts.foresee(list, eased, Instant.now(), countyAdmin).id()).isEqualTo(foreseen.id());
        finish(foreseen);
        assertThat(lines(foreseen)).contains("宁夏欠缺有限公司 {C01=GAINED}");
        assertThat(foreseen.counts().of("C01", VerdictChange.GAINED)).isEqualTo(1);
        var revision = adapting.adapt(RiskLevel.MEDIUM, 0, eased, "本县口罩供应紧张", null, countyAdmin);
        entities.flush();
        due.run();
        assertThat(adaptationImpacts.of(revision, Impact.Phase.FORESEEN).orElseThrow().id()).isEqualTo(foreseen.id());
        var seen = adaptationImpacts.of(revision, Impact.Phase.SEEN).orElseThrow();
        assertThat(seen.counts()).isEqualTo(foreseen.counts());
        assertThat(inbox.page(Firms.actor(poor), Long.MAX_VALUE, 10)).extracting(SentNotice::key)
                .containsExactly("impact.notice.county.draft");
        assertThat(inbox.page(Firms.actor(promising), Long.MAX_VALUE, 10)).extracting(SentNotice::key)
                .containsExactly("impact.notice.county.filing");
        assertThat(steps(poor)).containsExactly("{draft=true, met=[C01], missed=[], version=1.1}");
        assertThat(steps(promising)).containsExactly("{draft=false, met=[], missed=[C01], version=1.1}");
        assertThat(steps(exact)).isEmpty();
        mvc.perform(get("/admin/adaptations/MEDIUM/impact").with(Session.as(countyAdmin)))
                .andExpect(content().string(containsString("实际")));
        mvc.perform(get("/admin/adaptations/MEDIUM/impact/1").with(Session.as(countyAdmin)))
                .andExpect(content().string(containsString("实际")));
        mvc.perform(get("/admin/adaptations/MEDIUM/impact/2").with(Session.as(countyAdmin)))
                .andExpect(content().string(containsString("还没有预览")));
        mvc.perform(get("/admin/adaptations/MEDIUM/impact/1/firms").with(Session.as(countyAdmin)))
                .andExpect(content().string(containsString("您的草稿已自动换用调整后的清单")));
        mvc.perform(get("/admin/adaptations/MEDIUM/impact/firms.csv").with(Session.as(countyAdmin)))
                .andExpect(content().string(containsString("不符合→符合")));
        mvc.perform(get("/admin/adaptations/MEDIUM/impact/firms").with(Session.as(staff(Role.COUNTY_ADMIN, "640106"))))
                .andExpect(status().is3xxRedirection());
    }

    /** The next version asks for masks for five days instead of three. */
    private ConditionList stricter() {
        var draft = drafting.start(RiskLevel.MEDIUM, author);
        return drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 5.0), author);
    }

    private void finish(Impact impact) {
        due.run("impact", String.valueOf(impact.id()));
        assertThat(impact.finished()).isTrue();
    }

    private List<String> lines(Impact impact) {
        return impactFirms.page(impact.id(), null, 0, 1000).stream().filter(line -> line.county().equals(COUNTY))
                .map(line -> line.firm() + " " + line.verdictChanges()).toList();
    }

    private Actor staff(Role role, String scope) {
        return accounts.open("impact-" + ThreadLocalRandom.current().nextInt(1_000_000_000), Firms.PASSWORD, "管理员", role, scope).actor();
    }
}
