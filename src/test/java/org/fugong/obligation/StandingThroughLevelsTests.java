package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fugong.obligation.LevelTransitions.COUNTY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.application.ApplicationReply;
import org.fugong.application.RepliedApplications;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.NextVersions;
import org.fugong.filing.Obligation;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.FilingSigning;
import org.fugong.verification.VerificationState;
import org.fugong.verification.Verifications;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** A rise of the level takes nothing away: a running firm goes on by what it has until the county has replied to what it applies for. */
@WebTest
@Transactional
class StandingThroughLevelsTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    TestClock clock;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    ApplicationReply reply;
    @Autowired
    NextVersions versions;
    @Autowired
    DraftEditing editing;
    @Autowired
    FilingSigning signing;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    Filings filings;
    @Autowired
    Verifications verifications;
    @Autowired
    Firms firms;
    @Autowired
    LevelTransitions transitions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private Site site;
    private Actor actor;
    private Actor official;

    @BeforeEach
    void aFirm() {
        clock.set(LevelTransitions.THURSDAY);
        firm = firms.complete("宁夏照常有限公司");
        actor = Firms.actor(firm);
        site = firms.site(firm, COUNTY);
        official = received.official(COUNTY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aChangeBegunBeforeHighRiskLeavesTheFilingInForceUntilTheReply() throws Exception {
        transitions.to(RiskLevel.MEDIUM);
        leaveOut("C10");
        var running = filed.submitted(firm, site, FilingKind.COMMITMENT);
        var draft = versions.change(actor, running.no());
        transitions.to(RiskLevel.HIGH);
        assertThat(page("/my/drafts/" + draft.id())).contains("答复之前，原来的备案继续有效，照常开工： " + running.no());
        var application = submit(draft);
        assertThat(application).returns(FilingState.SUBMITTED, Filing::state).returns(1, one -> one.succession().edition());
        assertThat(running.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(page("/my/filings/" + application.no())).contains("答复之前，原来的备案继续有效，照常开工： " + running.no())
                .doesNotContain("准予之前请不要复工");
        assertThat(page("/my/filings/" + running.no())).contains("现在就可以复工", "准予之前这一份继续有效： " + application.no());
        assertThat(page("/my")).contains("准予之前，" + running.no() + " 继续有效");
        assertThat(page("/receipts/" + running.token())).contains("现在可以开工");
        assertThat(transitions.open(firm)).as("what is asked about the filing in force is asked on").extracting(Obligation::duty)
                .containsExactly(Duty.CONFIRM);
        assertThat(check(running)).isEqualTo(VerificationState.PLANNED);

        replies.permit(official, application.no());
        assertThat(running.state()).isEqualTo(FilingState.CHANGED);
        assertThat(application.state()).isEqualTo(FilingState.PERMITTED);
        assertThat(transitions.open(firm)).isEmpty();
        assertThat(check(running)).isEqualTo(VerificationState.CLOSED);
        assertThat(transitions.told(firm)).contains("原来的备案 " + running.no() + " 已由 " + application.no() + " 替代");
    }

    @Test
    void aRefusalLeavesTheFirmWhatItHadBeforeTheLevelRose() throws Exception {
        transitions.to(RiskLevel.MEDIUM);
        var running = filed.submitted(firm, site, FilingKind.CHECKLIST);
        transitions.to(RiskLevel.HIGH);
        assertThat(page("/my/filings/new?site=" + site.id())).contains("县里答复之前，原", running.no() + " 一直有效");
        var application = filed.submitted(firm, site, FilingKind.APPLICATION);
        refuse(application);
        assertThat(running.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(transitions.told(firm)).contains("没有获得同意，现行的备案 " + running.no() + " 继续有效");
        assertThat(page("/my")).contains("现行的备案 " + running.no() + " 继续有效");
    }

    @Test
    void aSignedApplicationTakesThePlaceOfTheFilingInForceWhenTheLevelFalls() {
        transitions.to(RiskLevel.MEDIUM);
        var running = filed.submitted(firm, site, FilingKind.CHECKLIST);
        transitions.to(RiskLevel.HIGH);
        var application = signed();
        transitions.to(RiskLevel.MEDIUM);
        assertThat(application.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(running.state()).isEqualTo(FilingState.CHANGED);
    }

    @Test
    void anOrderIsNotEscapedByAnApplicationThatWouldTakeEffect() {
        transitions.to(RiskLevel.MEDIUM);
        var running = filed.submitted(firm, site, FilingKind.CHECKLIST);
        transitions.to(RiskLevel.HIGH);
        var application = signed();
        filings.saveAndFlush(running.suspend("否决项不符合", clock.instant()));
        var change = transitions.to(RiskLevel.MEDIUM);
        assertThat(transitions.done(change)).containsEntry("applications-effective", 0);
        assertThat(application.state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(running.state()).isEqualTo(FilingState.SUSPENDED);
    }

    @Test
    void aNoticeStandsUntilTheReplyAndNotBeyondARefusal() throws Exception {
        var notice = appliedOnANotice();
        var application = filings.findBySiteIdAndStateIn(site.id(), FilingState.UNDECIDED).orElseThrow();
        assertThat(notice.state()).isEqualTo(FilingState.RECORDED);
        assertThat(transitions.open(firm)).as("it has filed").isEmpty();
        assertThat(page("/my")).contains("准予之前，" + notice.no() + " 继续有效").doesNotContain("请按现在的方式重新办理");
        refuse(application);
        assertThat(notice.state()).isEqualTo(FilingState.CHANGED);
        assertThat(transitions.told(firm)).doesNotContain("继续有效");
    }

    @Test
    void aNoticeEndsWithTheApplicationThatIsTakenBack() throws Exception {
        var notice = appliedOnANotice();
        var application = filings.findBySiteIdAndStateIn(site.id(), FilingState.UNDECIDED).orElseThrow();
        assertThat(page("/my/filings/" + application.no())).contains("原来的开工信息报送 " + notice.no() + " 也不再有效");
        withdrawal.withdraw(actor, application.no());
        assertThat(notice.state()).isEqualTo(FilingState.CHANGED);
    }

    private Filing appliedOnANotice() {
        transitions.to(RiskLevel.LOW);
        var notice = filed.submitted(firm, site, FilingKind.NOTICE);
        transitions.to(RiskLevel.HIGH);
        filed.submitted(firm, site, FilingKind.APPLICATION);
        return notice;
    }

    private Filing signed() {
        var application = filed.submitted(firm, site, FilingKind.APPLICATION);
        return signing.sign(actor, application.no(), new Signatory("李强", "厂长", FilingFixtures.ADDRESS), Firms.PASSWORD);
    }

    /** Answers what a commitment had promised, and applies. */
    private Filing submit(Filing draft) {
        var list = filed.draft(actor, draft.id()).applicable().list();
        editing.facts(actor, draft.id(), SeenVersions.LATEST, known -> FilingFixtures.facts(list));
        editing.answers(actor, draft.id(), SeenVersions.LATEST, FilingFixtures.answers(list));
        return filed.submit(firm, draft.id());
    }

    private void refuse(Filing application) {
        replies.agreed(official, application.no());
        reply.refuse(official, application.no(), replies.version(official, application.no()), List.of(new Reason("A01", "现场没有做到")),
                "现场核对不符");
        entities.flush();
    }

    private VerificationState check(Filing filing) {
        return verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), COUNTY).orElseThrow().state();
    }

    private String page(String address) throws Exception {
        entities.flush();
        var answer = mvc.perform(get(address).with(Session.as(actor))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString()).select("main").text();
    }

    /** The county asks less at medium risk, so that high risk adds something. */
    private void leaveOut(String... codes) {
        jdbc.sql(
                """
                        insert into county_adaptation (county, level, revision, adaptation, reason, effective_at, recorded_at, recorded_by)
                        select ?, 'MEDIUM', 1, cast(? as jsonb), '辖区情况', timestamptz '2020-01-01', timestamptz '2020-01-01', min(id)
                            from account""")
                .params(COUNTY, "{\"omitted\": [\"" + String.join("\", \"", codes) + "\"], \"relaxed\": {}}").update();
    }
}
