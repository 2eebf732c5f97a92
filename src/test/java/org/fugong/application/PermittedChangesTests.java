package org.fugong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Answer;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.NextVersions;
import org.fugong.filing.Plan;
import org.fugong.filing.SubmittedFilings;
import org.fugong.filing.SuppliedItem;
import org.fugong.filing.version.VersionHistory;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What was permitted is changed by an application for its next version; until the county has replied, the permission stands. */
@WebTest
@Transactional
class PermittedChangesTests {

    private static final String COUNTY = "640521";

    @Autowired
    MockMvc mvc;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ApplicationReply reply;
    @Autowired
    OpinionGiving giving;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    NextVersions versions;
    @Autowired
    DraftEditing editing;
    @Autowired
    Filings filings;
    @Autowired
    VersionHistory history;
    @Autowired
    Firms firms;
    @Autowired
    Inbox inbox;
    @Autowired
    Notices notices;
    @Autowired
    Trail trail;
    @Autowired
    TestClock clock;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private Site site;
    private Actor actor;
    private Actor official;
    private Filing permitted;

    @BeforeEach
    void aFirmThatMayWork() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.HIGH);
        firm = firms.complete("宁夏准予有限公司");
        actor = Firms.actor(firm);
        site = firms.site(firm, COUNTY);
        official = received.official(COUNTY);
        var draft = filed.complete(firm, site, FilingKind.APPLICATION);
        editing.answers(actor, draft.id(), SeenVersions.LATEST, Map.of("A03", answer -> Answer.of(false).owed(true)));
        permitted = filed.submit(firm, draft.id());
        replies.permit(official, permitted.no());
        clock.set(clock.instant().plus(Duration.ofDays(4)));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void untilTheReplyThePermissionStandsAndBothSidesAreToldSo() throws Exception {
        var change = change(31);
        assertThat(change).returns(FilingState.SUBMITTED, Filing::state).returns(2, filing -> filing.succession().edition());
        assertThat(permitted.state()).isEqualTo(FilingState.PERMITTED);
        assertThat(page(actor, "/my/filings/" + change.no())).contains("答复之前，原来的备案继续有效，照常开工： " + permitted.no())
                .doesNotContain("准予之前请不要复工");
        assertThat(page(actor, "/my/filings/" + permitted.no())).contains("准予之前这一份继续有效： " + change.no(), "现在就可以复工");
        assertThat(page(actor, "/my")).contains("准予之前，" + permitted.no() + " 继续有效", change.no()).doesNotContain("请重新办理");
        assertThat(page(official, "/desk/applications/" + change.no())).contains("在答复之前继续有效", permitted.no());
        assertThat(page(actor, "/receipts/" + change.token())).contains("您核对的 " + change.no() + " 是一份还没有答复的申请", "现在可以开工");
        assertThat(page(actor, "/my/filings/" + change.no() + "?lang=en")).contains("Until the reply the former filing stays in force")
                .doesNotContain("??");
        assertThat(trail.of("filing:" + change.id())).extracting(Entry::action).containsExactlyInAnyOrder("filing.started",
                "filing.submitted",
                "filing.changed");
        var again = mvc.perform(post("/my/filings/" + permitted.no() + "/changes").with(csrf()).with(Session.as(actor))).andReturn()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(again.getContentAsString()).select(".error-summary").text()).contains("这份备案现在不能变更", "办结");
    }

    @Test
    void whatIsPermittedTakesItsPlace() throws Exception {
        var change = change(31);
        replies.permit(official, change.no());
        assertThat(change.state()).isEqualTo(FilingState.PERMITTED);
        assertThat(permitted).returns(FilingState.CHANGED, Filing::state)
                .returns(change.id(), former -> former.succession().supersededBy());
        assertThat(told()).contains("申请 " + change.no() + " 已获准", "原来的备案 " + permitted.no() + " 已由 " + change.no() + " 替代");
        assertThat(trail.of("filing:" + permitted.id())).last().extracting(Entry::action).isEqualTo("filing.superseded");
        assertThat(page(actor, "/receipts/" + permitted.token())).contains(change.no(), "已由第 2 版替代");
        assertThat(history.versions(change.id())).extracting(VersionHistory.FiledVersion::state)
                .containsExactly(FilingState.CHANGED, FilingState.PERMITTED);
        assertThat(page(actor, "/my")).contains(change.no()).doesNotContain("继续有效");
    }

    /** How an application for a change comes to nothing. */
    enum End {
        REFUSED, NOT_ACCEPTED, WITHDRAWN
    }

    @ParameterizedTest
    @EnumSource
    void whatComesToNothingLeavesThePermissionWhichCanBeChangedAgain(End end) throws Exception {
        var change = change(31);
        end(change, end);
        entities.flush();
        assertThat(change.state()).isEqualTo(FilingState.valueOf(end.name()));
        assertThat(permitted).returns(FilingState.PERMITTED, Filing::state).returns(null, former -> former.succession().supersededBy());
        assertThat(told()).contains("现行的备案 " + permitted.no() + " 继续有效，照常开工");
        assertThat(page(actor, "/my/filings/" + change.no())).contains("现行有效的备案不受影响，继续有效： " + permitted.no());
        if (end != End.WITHDRAWN) {
            assertThat(page(actor, "/my")).contains("现行的备案 " + permitted.no() + " 继续有效");
        }
        var again = change(32);
        replies.permit(official, again.no());
        entities.flush();
        assertThat(permitted.state()).isEqualTo(FilingState.CHANGED);
        assertThat(history.versions(again.id())).extracting(VersionHistory.FiledVersion::no)
                .containsExactly(permitted.no(), change.no(), again.no());
    }

    @Test
    void anOrderToStopIsNotEscapedByAChangeThatIsPermitted() throws Exception {
        var change = change(31);
        filings.saveAndFlush(permitted.suspend("否决项不符合", clock.instant()));
        replies.agreed(official, change.no());
        var version = replies.version(official, change.no());
        assertThatExceptionOfType(ApplicationConflict.class).isThrownBy(() -> reply.permit(official, change.no(), version))
                .returns(ApplicationConflict.Problem.ORDERED, ApplicationConflict::problem);
        assertThat(permitted.state()).isEqualTo(FilingState.SUSPENDED);
        assertThat(change.state()).isEqualTo(FilingState.ACCEPTED);
        assertThat(page(official, "/desk/applications/" + change.no())).contains("办结以前不能准予");
        assertThat(page(actor, "/my/filings/" + change.no())).contains("原来备案的停工整改要求照旧");
    }

    @Test
    void aChangePutsOffNothingThatIsOwed() {
        var due = permitted.owed().getFirst().dueOn();
        var change = change(31);
        assertThat(change.owed()).extracting(item -> item.dueOn()).containsExactly(due);
        assertThat(change.supplies("A03")).as("to the version in force").isFalse();
        filings.save(permitted.supply(List.of("A03"), LocalDate.now(clock)));
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        replies.permit(official, change.no());
        entities.flush();
        assertThat(change.owed()).isEmpty();
        assertThat(change.supplied()).extracting(SuppliedItem::code).containsExactly("A03");
        assertThat(change.owedSince()).isEqualTo(permitted.owedSince());
    }

    @Test
    void itIsRenewedInTheSameWay() {
        var draft = versions.renew(actor, permitted.no());
        assertThat(draft).returns(FilingKind.APPLICATION, Filing::kind).returns(2, filing -> filing.succession().edition());
        editing.plan(actor, draft.id(), SeenVersions.LATEST, plan -> planned(plan, plan.plannedStaff()));
        editing.answers(actor, draft.id(), SeenVersions.LATEST, FilingFixtures.answers(filed.draft(actor, draft.id()).applicable().list()));
        var renewed = filed.submit(firm, draft.id());
        replies.permit(official, renewed.no());
        assertThat(renewed.state()).isEqualTo(FilingState.PERMITTED);
        assertThat(permitted.state()).isEqualTo(FilingState.CHANGED);
    }

    private void end(Filing change, End end) {
        switch (end) {
            case WITHDRAWN -> withdrawal.withdraw(actor, change.no());
            case NOT_ACCEPTED -> acceptance.notAccept(official, change.no(), replies.version(official, change.no()), "写错了经营场所");
            case REFUSED -> {
                replies.agreed(official, change.no());
                reply.refuse(official, change.no(), replies.version(official, change.no()),
                        List.of(new Reason("A01", "现场没有做到")), "现场核对不符");
            }
        }
    }

    /** Applies for another number of people. */
    private Filing change(int staff) {
        var draft = versions.change(actor, permitted.no());
        editing.plan(actor, draft.id(), SeenVersions.LATEST, plan -> planned(plan, staff));
        return filed.submit(firm, draft.id());
    }

    private static Plan planned(Plan plan, Integer staff) {
        return new Plan(plan.responsible(), plan.phone(), plan.start(), plan.totalStaff(), staff, plan.fromOutside(), plan.fromHighRisk(),
                plan.batches(), plan.fullProduction());
    }

    private String told() {
        return inbox.foremost(actor, 9).stream().map(sent -> notices.text(sent.key(), sent.arguments(), Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("\n"));
    }

    private String page(Actor reader, String address) throws Exception {
        entities.flush();
        var answer = mvc.perform(get(address).with(Session.as(reader))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString()).select("main").text();
    }
}
