package org.fugong.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingNumber;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.OwedItem;
import org.fugong.filing.Plan;
import org.fugong.filing.SignedCommitment;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.fugong.submission.Obstacle.Problem;
import org.fugong.submission.SubmissionRefused.Reason;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingSubmissionTests {

    private static final String COUNTY = "640122";

    @Autowired
    TestClock clock;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Sites sites;
    @Autowired
    Filings filings;
    @Autowired
    DraftEditing editing;
    @Autowired
    FilingStart start;
    @Autowired
    FilingSubmission submission;
    @Autowired
    CommitmentLetter letters;
    @Autowired
    Trail trail;

    private Enterprise firm;
    private Site site;

    @BeforeEach
    void thursdayBeforeAFreeWeekend() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        firm = firms.complete("宁夏提交有限公司");
        site = firms.site(firm, COUNTY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"LOW,NOTICE,NOTICE,RECORDED,true,", "MEDIUM,CHECKLIST,RECORD,EFFECTIVE,true,2020-03-26",
            "MEDIUM,COMMITMENT,RECORD,EFFECTIVE,true,2020-03-26", "HIGH,APPLICATION,APPROVAL,SUBMITTED,false,2020-03-23"})
    void theLevelDecidesWhatSubmittingMeans(RiskLevel level, FilingKind kind, Regime regime, FilingState state, boolean mayStart,
            LocalDate due) {
        filed.level(COUNTY, level);
        var filing = filed.submitted(firm, site, kind);
        assertThat(filing.basis().regime()).isEqualTo(regime);
        assertThat(filing.basis().level()).isEqualTo(level);
        assertThat(filing.state()).isEqualTo(state);
        assertThat(filing.state().mayStart()).isEqualTo(mayStart);
        assertThat(filing.dueOn()).isEqualTo(due);
        assertThat(filing.basis().notice()).isEqualTo("关于调整风险等级的通知");
        assertThat(FilingNumber.parse(filing.no()).orElseThrow().value()).startsWith(COUNTY + "-200319-");
        assertThat(filing.token()).hasSize(22);
        assertThat(trail.of("filing:" + filing.id())).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"LOW,CHECKLIST", "LOW,APPLICATION", "MEDIUM,NOTICE", "MEDIUM,APPLICATION", "HIGH,COMMITMENT", "HIGH,NOTICE"})
    void noOtherKindIsOffered(RiskLevel level, FilingKind kind) {
        filed.level(COUNTY, level);
        assertThat(catchThrowableOfType(DraftEditing.NotOffered.class, () -> start.start(Firms.actor(firm), site.id(), kind))).isNotNull();
    }

    @Test
    void anUnmetConditionStopsAChecklistAndSaysWhatWouldMeetIt() {
        var draft = draft(FilingKind.CHECKLIST);
        answer(draft, "C01", Answer.of(239.0));
        var obstacle = refusal(draft).review().obstacles().getFirst();
        assertThat(obstacle.field()).isEqualTo("C01");
        assertThat(obstacle.problem()).isEqualTo(Problem.UNMET);
        assertThat(obstacle.finding().needed()).isEqualTo(240);
        assertThat(obstacle.finding().gap()).isEqualTo(1);
        assertThat(obstacle.finding().zh()).contains("还差 1 只");
        assertThat(filings.findById(draft.id()).orElseThrow().state()).isEqualTo(FilingState.DRAFT);
        answer(draft, "C01", Answer.of(240.0));
        assertThat(filed.submit(firm, draft.id()).state()).isEqualTo(FilingState.EFFECTIVE);
    }

    @Test
    void anOwedConditionIsListedWithTheDayItIsDue() {
        var draft = draft(FilingKind.CHECKLIST);
        answer(draft, "A03", Answer.of(false).owed(true));
        var filing = filed.submit(firm, draft.id());
        assertThat(filing.owed()).containsExactly(new OwedItem("A03", LocalDate.of(2020, 3, 24), null, null));
        assertThat(filing.findings()).filteredOn(finding -> finding.code().equals("A03")).extracting(Finding::verdict)
                .containsExactly(Verdict.UNMET);
    }

    @Test
    void owingWhatMayNotBeOwedChangesNothing() {
        var draft = draft(FilingKind.CHECKLIST);
        answer(draft, "A01", Answer.of(false).owed(true));
        assertThat(refusal(draft).review().obstacles()).extracting(Obstacle::field).containsExactly("A01");
    }

    @Test
    void whatIsOwedUntilTheEpidemicEndsHasNoDayYet() {
        var draft = draft(FilingKind.CHECKLIST);
        editing.facts(Firms.actor(firm), draft.id(), SeenVersions.LATEST, known -> Map.of("hazardous", true));
        answer(draft, "F02", Answer.of(false).owed(true));
        assertThat(filed.submit(firm, draft.id()).owed()).containsExactly(new OwedItem("F02", null, 30, null));
    }

    @Test
    void whatIsMissingIsNamedPartByPart() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var draft = start.start(Firms.actor(firm), site.id(), FilingKind.CHECKLIST);
        var obstacles = refusal(draft).review();
        assertThat(obstacles.obstacles(FilingPart.PLAN)).extracting(Obstacle::field).containsExactly("start", "plannedStaff", "fromOutside",
                "fromHighRisk");
        assertThat(obstacles.obstacles(FilingPart.FACTS)).extracting(Obstacle::field).contains("roster_count", "has_canteen", "entrances")
                .doesNotContain("planned_staff", "industry");
        assertThat(obstacles.obstacles("A")).extracting(Obstacle::field).contains("A01", "A05");
    }

    @Test
    void aStartInThePastIsNoPlanAnyMore() {
        var draft = draft(FilingKind.COMMITMENT);
        clock.set(Instant.parse("2020-03-20T16:00:00Z"));
        assertThat(refusal(draft).review().obstacles()).extracting(Obstacle::field, Obstacle::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("start", Problem.IMPOSSIBLE));
    }

    @ParameterizedTest
    @CsvSource({"B03,fromHighRisk,1", "B01,roster_count,39", "B09,roster_declared,39", "D11,restricted_venue,true"})
    void whatTheFactsDecideStopsACommitment(String code, String fact, String value) {
        var draft = draft(FilingKind.COMMITMENT);
        if (fact.equals("fromHighRisk")) {
            editing.plan(Firms.actor(firm), draft.id(), SeenVersions.LATEST,
                    plan -> new Plan(plan.responsible(), plan.phone(), plan.start(), plan.totalStaff(),
                            plan.plannedStaff(), plan.fromOutside(), 1, null, null));
        } else {
            editing.facts(Firms.actor(firm), draft.id(), SeenVersions.LATEST,
                    known -> Map.of(fact, value.equals("true") ? (Object) true : Double.valueOf(value)));
        }
        assertThat(refusal(draft).review().obstacles()).extracting(Obstacle::field, Obstacle::problem)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(code, Problem.UNMET));
    }

    @Test
    void eachConditionOfACommitmentIsConfirmedInTheWordsThatAreInForce() {
        var draft = draft(FilingKind.COMMITMENT);
        answer(draft, "A01", Answer.NONE);
        answer(draft, "A02", Answer.NONE.confirmed("other words"));
        assertThat(refusal(draft).review().obstacles()).extracting(Obstacle::problem).containsExactly(Problem.UNCONFIRMED, Problem.CHANGED);
    }

    @Test
    void aCommitmentIsKeptWithItsTextAndHash() {
        var draft = draft(FilingKind.COMMITMENT);
        answer(draft, "A03", Answer.NONE.owed(true));
        var filing = filed.submit(firm, draft.id());
        assertThat(filing.letter().text()).startsWith("复工复产告知承诺书\n承诺单位：宁夏提交有限公司").contains("A01 ", "【容缺：2020年3月24日前补齐】",
                "责任", "承诺人：马建国（法定代表人）").doesNotContain("??");
        assertThat(filing.letter().hash()).isEqualTo(SignedCommitment.sha256(filing.letter().text())).hasSize(64);
    }

    /** A line of the letter: a promise with the firm's own figures, whatever it is about; none for what does not apply. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "A01 | A01 主要负责人任组长的防控小组，分工到人",
            "A03 | A03 突发疫情应急处置预案【容缺：2020年3月24日前补齐】",
            "B02 | B02 逐人排查近14天行程与接触史，不少于 40 人（拟复工人数）",
            "B08 | B08 停用指纹考勤",
            "C01 | C01 口罩储备满足周转天数，不少于 240 只（40 人 × 每人每日 2 只 × 3 天）", "C07 | -", "C09 | -"})
    void aPromiseIsWordedAsOneWithTheFiguresOfTheFirm(String code, String line) {
        var draft = draft(FilingKind.COMMITMENT);
        answer(draft, "A03", Answer.NONE.owed(true));
        var lines = filed.submit(firm, draft.id()).letter().text().lines().filter(one -> one.matches("\\d+\\. " + code + " .*"))
                .map(one -> one.substring(one.indexOf(' ') + 1)).toList();
        assertThat(lines).isEqualTo(line == null ? List.of() : List.of(line));
    }

    @Test
    void aDraftOfTheLetterHasTheFiguresOfTheFirmAndNoFormula() {
        var draft = filed.draft(Firms.actor(firm), draft(FilingKind.COMMITMENT).id());
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            var lines = letters.lines(draft, LocalDate.of(2020, 3, 19), locale);
            assertThat(lines).anyMatch(line -> line.matches(".*C01 .* 240 .*40 .*2 .*3 .*"))
                    .noneMatch(line -> line.matches(".*(拟复工人数|开放出入口数|staff planned to resume work|entrances in use) ×.*"));
        }
    }

    @Test
    void aCommitmentNeedsThePasswordAgain() {
        var draft = draft(FilingKind.COMMITMENT);
        for (var wrong : new String[]{null, "", "wrong password"}) {
            var refused = catchThrowableOfType(SubmissionRefused.class,
                    () -> submission.submit(Firms.actor(firm), draft.id(), Confirmation.by(wrong)));
            assertThat(refused.reason()).isEqualTo(Reason.IDENTITY_NOT_PROVEN);
        }
    }

    @Test
    void submittingAgainIsTheSameFiling() {
        var filing = filed.submitted(firm, site, fresh(FilingKind.CHECKLIST));
        assertThat(filed.submit(firm, filing.id()).no()).isEqualTo(filing.no());
        assertThat(trail.of("filing:" + filing.id())).hasSize(2);
    }

    @Test
    void anotherFirmCannotSubmitIt() {
        var draft = draft(FilingKind.CHECKLIST);
        var other = firms.complete("宁夏别家有限公司");
        assertThat(catchThrowableOfType(NotFound.class, () -> filed.submit(other, draft.id()))).isNotNull();
        assertThat(catchThrowableOfType(NotFound.class,
                () -> editing.facts(Firms.actor(other), draft.id(), SeenVersions.LATEST, known -> Map.of()))).isNotNull();
        assertThat(catchThrowableOfType(NotFound.class, () -> start.start(Firms.actor(other), site.id(), FilingKind.CHECKLIST)))
                .isNotNull();
    }

    @Test
    void aLiveFilingThatFitsIsTheOneToGoOnWith() {
        var filing = filed.submitted(firm, site, fresh(FilingKind.CHECKLIST));
        assertThat(start.start(Firms.actor(firm), site.id(), FilingKind.COMMITMENT).id()).isEqualTo(filing.id());
    }

    @Test
    void aFilingUnderAnotherRegimeTakesThePlaceOfTheOldOne() {
        filed.level(COUNTY, RiskLevel.LOW);
        var notice = filed.submitted(firm, site, FilingKind.NOTICE);
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var filing = filed.submitted(firm, site, FilingKind.COMMITMENT);
        assertThat(notice.state()).isEqualTo(FilingState.CHANGED);
        assertThat(notice.succession().supersededBy()).isEqualTo(filing.id());
        assertThat(filing.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(trail.of("filing:" + notice.id()).getLast().action()).isEqualTo("filing.superseded");
    }

    @Test
    void anOrderToStopIsNotEscapedByFilingAnew() {
        var filing = filed.submitted(firm, site, fresh(FilingKind.CHECKLIST));
        filings.saveAndFlush(filing.suspend("否决项不符合", clock.instant()));
        filed.level(COUNTY, RiskLevel.LOW);
        var draft = filed.complete(firm, site, FilingKind.NOTICE);
        assertThat(refusal(draft).reason()).isEqualTo(Reason.STOPPED);
    }

    @ParameterizedTest
    @CsvSource({"工业路8号,true", "工业路 ８ 号,true", "工业路9号,false"})
    void anOrderToStopIsNotEscapedByEnteringThePlaceAgain(String address, boolean refused) {
        var filing = filed.submitted(firm, site, fresh(FilingKind.CHECKLIST));
        filings.saveAndFlush(filing.suspend("否决项不符合", clock.instant()));
        var second = sites.save(Site.add(firm, new Place("二厂区", address, COUNTY, null, null)));
        var draft = filed.complete(firm, second, FilingKind.COMMITMENT);
        if (refused) {
            assertThat(refusal(draft).reason()).isEqualTo(Reason.STOPPED);
        } else {
            assertThat(filed.submit(firm, draft.id()).state()).isEqualTo(FilingState.EFFECTIVE);
        }
    }

    @Test
    void aDraftWhoseKindIsGoneSaysSoAndIsTakenOver() {
        var draft = draft(FilingKind.COMMITMENT);
        filed.level(COUNTY, RiskLevel.HIGH);
        assertThat(refusal(draft).reason()).isEqualTo(Reason.KIND_NOT_OFFERED);
        editing.choose(Firms.actor(firm), draft.id(), filed.shown(Firms.actor(firm), draft.id()), FilingKind.APPLICATION);
        var carried = filings.findById(draft.id()).orElseThrow();
        assertThat(carried.plan().plannedStaff()).isEqualTo(40);
        assertThat(carried.facts()).containsEntry("entrances", 2.0);
        assertThat(carried.basis().level()).isEqualTo(RiskLevel.HIGH);
    }

    @Test
    void whatIsKnownFromTheLastTimeIsNotAskedAgain() {
        var filing = filed.submitted(firm, site, fresh(FilingKind.CHECKLIST));
        filings.saveAndFlush(filing.withdraw(clock.instant()));
        var draft = start.start(Firms.actor(firm), site.id(), FilingKind.CHECKLIST);
        assertThat(draft.id()).isNotEqualTo(filing.id());
        assertThat(draft.plan().plannedStaff()).isEqualTo(40);
        assertThat(draft.plan().start()).isNull();
        assertThat(draft.facts()).containsEntry("entrances", 2.0);
        assertThat(draft.answer("C01").value()).isEqualTo(filing.answer("C01").value());
    }

    @Test
    void adviceNeverStandsInTheWay() {
        filed.level(COUNTY, RiskLevel.LOW);
        var draft = filed.complete(firm, site, FilingKind.NOTICE);
        assertThat(filed.draft(Firms.actor(firm), draft.id()).applicable().list().items())
                .allMatch(item -> item.use() == org.fugong.condition.ConditionUse.GUIDE);
        assertThat(filed.submit(firm, draft.id()).findings()).isEmpty();
    }

    private FilingKind fresh(FilingKind kind) {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        return kind;
    }

    private Filing draft(FilingKind kind) {
        return filed.complete(firm, site, fresh(kind));
    }

    private void answer(Filing draft, String code, Answer answer) {
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, new HashMap<>(Map.of(code, before -> answer)));
    }

    private SubmissionRefused refusal(Filing draft) {
        return catchThrowableOfType(SubmissionRefused.class, () -> filed.submit(firm, draft.id()));
    }
}
