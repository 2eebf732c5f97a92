package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Role;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Profile;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingClosing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Plan;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Verdict;
import org.fugong.submission.Obstacle;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Transactional;

/** A change is the next version of the same filing; what was filed before stays, and leads to it. */
@WebTest
@Transactional
class FilingChangeTests extends FirmAtDrafts {

    private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "signedName", "马建国");
    private static final Map<String, String> SIGNED = Map.of("password", Firms.PASSWORD);

    @Autowired
    FilingClosing closing;
    @Autowired
    Attaching attaching;
    @Autowired
    Attachments attachments;
    @Autowired
    Sites sites;
    @Autowired
    Enterprises enterprises;
    @Autowired
    Inbox inbox;
    @Autowired
    Notices notices;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DueJobs jobs;
    @Autowired
    EntityManager entities;

    @BeforeEach
    void aCountyAtMediumRisk() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.MEDIUM);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aFirmChangesThePeopleOfItsCommitmentAndSignsTheNewText() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.COMMITMENT);
        var due = first.dueOn();
        var official = staff.of(Role.OFFICIAL, COUNTY);
        clock.set(clock.instant().plus(Duration.ofDays(4)));
        var root = change(first);
        assertThat(change(first)).isEqualTo(root);
        assertThat(page(root).select(".notice").text()).contains("正在变更 " + first.no() + "（第 1 版）", "提交后成为第 2 版");
        assertThat(page(root + "/check?lang=en").select("main").text()).contains("It becomes version 2").doesNotContain("??");
        assertThat(page("/my").select(".measure a.btn[href=" + root + "]").text()).isEqualTo("继续填写变更");
        assertThat(page(root + "/check").select("h2").eachText()).as("nothing is left to fill in, though work has begun")
                .noneMatch(heading -> heading.startsWith("还有"));
        people(35);
        assertThat(filings.findById(first.id()).orElseThrow().state()).as("in force until the change is sent")
                .isEqualTo(FilingState.EFFECTIVE);

        var second = filing(sent(root + "/submission", SIGNED));
        assertThat(second.succession().edition()).isEqualTo(2);
        assertThat(second.succession().changesId()).isEqualTo(first.id());
        assertThat(second.plan().plannedStaff()).isEqualTo(35);
        assertThat(second.plan().start()).isEqualTo(first.plan().start());
        assertThat(second.letter().hash()).isEqualTo(second.letter().computed()).isNotEqualTo(first.letter().hash());
        assertThat(second.dueOn()).as("nobody puts off a check by a change").isEqualTo(due);
        assertThat(jdbc.sql("select filing_id from verification where enterprise_id = ? and state = 'PLANNED'").param(firm.id())
                .query(Long.class).list()).containsExactly(second.id());

        var old = page("/my/filings/" + first.no());
        assertThat(old.select(".receipt-page").text()).contains("已由新的备案替代", "第 1 版", "40 人");
        assertThat(old.select(".next a[href=/my/filings/" + second.no() + "]")).hasSize(1);
        assertThat(old.select("main form")).isEmpty();
        var now = page("/my/filings/" + second.no());
        assertThat(now.select(".receipt-page").text()).contains("第 2 版", "35 人");
        assertThat(now.select(".history").text()).contains("变更，提交第 2 版。有变化的：").contains("拟复工人数");
        assertThat(inbox.foremost(official, 9).stream().map(one -> notices.text(one.key(), one.arguments(), Locale.SIMPLIFIED_CHINESE)))
                .containsExactly("企业变更了 " + first.no() + "，现行的是第 2 版 " + second.no() + "。");
    }

    @Test
    void everyStepOfEveryVersionStandsInOneListOnBothSides() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.COMMITMENT);
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        change(first);
        people(38);
        var second = filed.submit(firm, draft().id());
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        closing.close(Firms.actor(firm), second.no());
        entities.flush();
        var official = staff.of(Role.OFFICIAL, COUNTY);
        for (var no : List.of(first.no(), second.no())) {
            for (var page : List.of(page("/my/filings/" + no),
                    Jsoup.parse(mvc.perform(get("/desk/filings/" + no).with(Session.as(official)))
                            .andReturn().getResponse().getContentAsString()))) {
                var steps = page.select(".history li").eachText();
                assertThat(steps).hasSize(7);
                assertThat(String.join(" | ", steps)).matches(".*第 1 版.*开始填报.*第 1 版.*提交告知承诺书.*第 1 版.*由新的备案替代"
                        + ".*第 2 版.*变更，提交第 2 版.*第 2 版.*作业结束，办结.*");
                assertThat(page.select("a[href$=/filings/" + (no.equals(first.no()) ? second : first).no() + "]")).isNotEmpty();
            }
        }
    }

    @Test
    void theCodeAtTheGateLeadsToTheVersionInForce() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.COMMITMENT);
        change(first);
        people(38);
        var second = filed.submit(firm, draft().id());
        change(second);
        people(36);
        var third = filed.submit(firm, draft().id());
        var shown = Jsoup.parse(answer("/receipts/" + first.token()).getContentAsString()).select("main").text();
        assertThat(shown).contains(third.no(), "您核对的是 " + first.no() + "（第 1 版），已由第 3 版替代", "现在可以开工");
        assertThat(answer("/receipts?q=" + second.no() + "&code=" + firm.creditCode().value().substring(12)).getContentAsString())
                .contains(third.no(), "第 2 版");
        assertThat(answer("/api/v1/receipts/" + first.token()).getContentAsString()).contains("\"version\":3", "\"askedVersion\":1",
                "\"mayStart\":true");
        closing.close(Firms.actor(firm), third.no());
        assertThat(answer("/receipts/" + first.token() + "?lang=zh").getContentAsString()).contains("企业已办结", "不能凭这份回执开工");
    }

    @Test
    void whatIsOwedIsDueWhenItWasAndWhatIsAttachedGoesAlong() throws Exception {
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("A03", answer -> answer.value(null).owed(true)));
        attaching.add(Firms.actor(firm), draft.id(), "C01", "口罩.png", () -> EvidenceFiles.picture("png", 9, 9, 1), null);
        var first = filed.submit(firm, draft.id());
        clock.set(clock.instant().plus(Duration.ofDays(3)));
        change(first);
        people(39);
        var second = filed.submit(firm, draft().id());
        assertThat(second.owed()).isNotEmpty().isEqualTo(first.owed());
        assertThat(attachments.forFirm(second.id()).on("C01")).hasSize(1);
        assertThat(attachments.forFirm(first.id()).on("C01")).hasSize(1);
        assertThat(second.answers()).isEqualTo(first.answers());
    }

    @Test
    void aChangePutsOffNothingThatIsOverdueAndIsLookedAtOnce() throws Exception {
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("A03", answer -> answer.value(null).owed(true)));
        var first = filed.submit(firm, draft.id());
        clock.set(clock.instant().plus(Duration.ofDays(60)));
        jobs.run("owed-overdue", "daily");
        jobs.run();
        change(first);
        people(39);
        var second = filed.submit(firm, draft().id());
        assertThat(second.owed()).isNotEmpty().isEqualTo(first.owed());
        jobs.run("owed-overdue", "daily");
        jobs.run();
        entities.flush();
        assertThat(jdbc.sql("select filing_id from verification where opened_for = 'OWED' and filing_id in (?, ?)")
                .params(first.id(), second.id()).query(Long.class).list()).doesNotContain(second.id());
    }

    @Test
    void aChangeOfWhatHasMovedOnIsRefusedAndCanGoOnByItself() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.CHECKLIST);
        var root = change(first);
        people(36);
        closing.close(Firms.actor(firm), first.no());
        assertThat(page(root + "/check").select("main").text()).contains("您要变更的 " + first.no() + " 已经有了新的情况");
        var refused = send(root + "/submission", CONFIRMED).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(409);
        var page = Jsoup.parse(refused.getContentAsString());
        assertThat(page.select(".error-summary").text()).contains("没有提交，您填过的内容都在");
        assertThat(draft().plan().plannedStaff()).isEqualTo(36);
        assertThat(sent(page.select("form[action$=/separation]").attr("action"), Map.of())).isEqualTo(root + "/check");
        var plan = draft().plan();
        var anew = filing(sent(root + "/submission", CONFIRMED));
        assertThat(anew.succession().edition()).isEqualTo(1);
        assertThat(anew.plan()).isEqualTo(plan);
        assertThat(filings.findById(first.id()).orElseThrow().state()).isEqualTo(FilingState.ENDED);
    }

    @Test
    void nobodyChangesTheWayOutOfAnOrder() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.CHECKLIST);
        var root = change(first);
        people(36);
        order(first);
        var refused = send(root + "/submission", CONFIRMED).andReturn().getResponse();
        assertThat(Jsoup.parse(refused.getContentAsString()).select(".error-summary").text()).contains("整改要求还没有办结");
        assertThat(filings.findById(first.id()).orElseThrow().state()).isEqualTo(FilingState.EFFECTIVE);
        sent(root + "/deletion", Map.of());
        var again = send("/my/filings/" + first.no() + "/changes", Map.of()).andReturn().getResponse();
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(again.getContentAsString()).select(".error-summary").text()).contains("请先完成整改并答复");
    }

    @Test
    void aChangeIsCheckedAgainstTheListInForceAndItsStepSaysThatTheListIsAnother() throws Exception {
        var days = masksFor(1);
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("C01", answer -> answer.value(100.0)));
        var first = filed.submit(firm, draft.id());
        assertThat(first.verdict("C01")).isEqualTo(Verdict.MET);
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        masksFor(days);
        entities.flush();
        var root = change(first);
        assertThat(filed.draft(Firms.actor(firm), draft().id()).review().obstacles()).extracting(Obstacle::field).containsExactly("C01");
        assertThat(send(root + "/submission", CONFIRMED).andReturn().getResponse().getStatus()).isEqualTo(422);
        assertThat(filings.findById(first.id()).orElseThrow().state()).as("in force meanwhile").isEqualTo(FilingState.EFFECTIVE);
        editing.answers(Firms.actor(firm), draft().id(), SeenVersions.LATEST, Map.of("C01", answer -> answer.value(900.0)));
        var second = filing(sent(root + "/submission", CONFIRMED));
        assertThat(second.basis().listId()).isNotEqualTo(first.basis().listId());
        assertThat(second.verdict("C01")).isEqualTo(Verdict.MET);
        assertThat(page("/my/filings/" + second.no()).select(".history").text()).contains("有变化的：适用清单、条件 C01");
        assertThat(filings.findById(first.id()).orElseThrow().basis().listId()).as("judged for ever by its own")
                .isEqualTo(first.basis().listId());
    }

    @Test
    void anotherPlaceAnotherContactAndAnotherDayAreNamedAndTheVersionBeforeKeepsItsOwn() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.CHECKLIST);
        clock.set(clock.instant().plus(Duration.ofHours(2)));
        change(first);
        var place = site.place();
        sites.save(sites.findByIdAndEnterpriseId(site.id(), firm.id()).orElseThrow().correct(new Place(place.name(), "丽景街99号",
                place.county(), place.township(), place.park()), "王芳", clock.instant()));
        var known = Firms.particulars(firm.name());
        enterprises.save(enterprises.findById(firm.id()).orElseThrow().describe(
                new Particulars(known.name(), known.legalRepresentative(), "李梅", known.phone()), new Profile(firm.registeredAddress(),
                        firm.industry(), 60, new BigDecimal("3000"), new BigDecimal("5000"), firm.keyClass()),
                clock.instant()));
        editing.plan(Firms.actor(firm), draft().id(), SeenVersions.LATEST, plan -> new Plan(plan.responsible(), plan.phone(),
                plan.start().plusDays(3), plan.totalStaff(), plan.plannedStaff(), plan.fromOutside(), plan.fromHighRisk(), plan.batches(),
                plan.fullProduction()));
        entities.flush();
        var second = filed.submit(firm, draft().id());
        assertThat(second.succession().changes(first)).isTrue();
        assertThat(second.subject().address()).isEqualTo("丽景街99号");
        assertThat(second.plan().start()).isEqualTo(first.plan().start().plusDays(3));
        entities.flush();
        entities.clear();
        assertThat(page("/my/filings/" + second.no()).select(".history").text()).contains("有变化的：地点、企业信息、开工日期");
        assertThat(filings.findById(first.id()).orElseThrow().subject()).isEqualTo(first.subject());
        assertThat(page("/my/filings/" + first.no()).select(".receipt-page").text()).contains(place.address()).doesNotContain("丽景街99号");
    }

    @Test
    void whereAnotherRegimeAppliesItIsFiledAnewInstead() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.CHECKLIST);
        var root = change(first);
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        filed.level(COUNTY, RiskLevel.HIGH);
        assertThat(page("/my/filings/" + first.no()).select("form[action$=/changes]")).isEmpty();
        sent(root + "/kind", Map.of("kind", "APPLICATION"));
        editing.answers(Firms.actor(firm), draft().id(), SeenVersions.LATEST,
                org.fugong.submission.FilingFixtures.answers(filed.draft(Firms.actor(firm), draft().id()).applicable().list()));
        editing.facts(Firms.actor(firm), draft().id(), SeenVersions.LATEST,
                known -> org.fugong.submission.FilingFixtures.facts(filed.draft(Firms.actor(firm), draft().id()).applicable().list()));
        var application = filing(sent(root + "/submission", CONFIRMED));
        assertThat(application.state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(application.succession().edition()).as("a filing by itself").isEqualTo(1);
        var refused = send("/my/filings/" + application.no() + "/changes", Map.of()).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(refused.getContentAsString()).select(".error-summary").text()).contains("等待答复", "可以办理：撤回");
    }

    @Test
    void aDraftThatIsThereAlreadyIsNotLost() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        var notice = filed.submitted(firm, site, FilingKind.NOTICE);
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        filed.level(COUNTY, RiskLevel.LOW);
        var refused = send("/my/filings/" + notice.no() + "/changes", Map.of()).andReturn().getResponse();
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(refused.getContentAsString()).select(".error-summary a").attr("href")).isEqualTo("/my/drafts/" + draft.id());
        assertThat(draft().contents()).isEqualTo(draft.contents());
    }

    private String change(Filing filing) throws Exception {
        entities.flush();
        return sent("/my/filings/" + filing.no() + "/changes", Map.of());
    }

    private void people(int planned) {
        editing.plan(Firms.actor(firm), draft().id(), SeenVersions.LATEST, plan -> new Plan(plan.responsible(), plan.phone(), plan.start(),
                plan.totalStaff(), planned, plan.fromOutside(), plan.fromHighRisk(), plan.batches(), plan.fullProduction()));
    }

    private void order(Filing filing) {
        entities.flush();
        jdbc.sql("""
                update verification set state = 'RECTIFY', outcome = 'RECTIFY', rectify_by = '2030-03-25', statement = '请整改'
                where filing_id = ?""").param(filing.id()).update();
        entities.clear();
    }

    private Filing filing(String address) {
        return filings.findByNo(address.substring("/my/filings/".length())).orElseThrow();
    }

    private MockHttpServletResponse answer(String address) throws Exception {
        entities.flush();
        return mvc.perform(get(address).with(Session.as(Firms.actor(firm)))).andReturn().getResponse();
    }
}
