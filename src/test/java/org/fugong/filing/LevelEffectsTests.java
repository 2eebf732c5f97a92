package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.job.DueJobs;
import org.fugong.message.Notices;
import org.fugong.message.SentNotice;
import org.fugong.risk.LevelEffect;
import org.fugong.risk.LevelEffectRun;
import org.fugong.risk.LevelEffectRuns;
import org.fugong.risk.LevelEffects;
import org.fugong.risk.LevelShift;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.Touched;
import org.fugong.verification.Verification;
import org.fugong.verification.VerificationState;
import org.fugong.verification.Verifications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The table of what a change of level does to what is under way: each row, in the county of the change and in no other. */
@WebTest
@Transactional
class LevelEffectsTests {

    private static final String COUNTY = "640303";
    private static final String OTHER = "640302";
    private static final LocalDate DUE = LocalDate.of(2020, 3, 23);

    @Autowired
    TestClock clock;
    @Autowired
    Received received;
    @Autowired
    Filed filed;
    @Autowired
    Firms firms;
    @Autowired
    Filings filings;
    @Autowired
    Obligations obligations;
    @Autowired
    FilingSigning signing;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    AddedItems added;
    @Autowired
    Verifications verifications;
    @Autowired
    LevelEffects effects;
    @Autowired
    LevelEffectRuns runs;
    @Autowired
    Notices notices;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs jobs;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void thursday() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void toLowOpenApplicationsAreClosedAndWorkMayStart() {
        become(RiskLevel.HIGH);
        var here = Stream.of("甲", "乙", "丙").map(name -> received.application(COUNTY, "宁夏申请" + name + "有限公司", DUE)).toList();
        var there = received.application(OTHER, "宁夏别县申请有限公司", DUE);
        var change = become(RiskLevel.LOW);
        assertThat(here).allSatisfy(one -> {
            assertThat(state(one)).isEqualTo(FilingState.CLOSED);
            assertThat(filing(one).state().mayStart()).isTrue();
            assertThat(filing(one).dueOn()).isNull();
            assertThat(actions(one)).containsExactly("filing.submitted", "filing.closed");
            assertThat(told(one)).contains("现在就可以开工", one.no(), "2020年3月19日");
        });
        assertThat(state(there)).isEqualTo(FilingState.SUBMITTED);
        assertThat(notices.unread(there.firm().id(), 9)).isEmpty();
        assertThat(done(change)).containsEntry("applications-closed", 3);
        jobs.run("level-effects", change);
        assertThat(actions(here.getFirst())).containsExactly("filing.submitted", "filing.closed");
        assertThat(notices.unread(here.getFirst().firm().id(), 9)).hasSize(1);
    }

    @Test
    void toLowOpenChecksBecomeGuidanceAndStoppedWorkGoesOn() {
        become(RiskLevel.MEDIUM);
        var planned = received.checklist(COUNTY, "宁夏待查有限公司", DUE);
        var stopped = received.checklist(COUNTY, "宁夏停工有限公司", DUE);
        filings.saveAndFlush(filing(stopped).suspend("否决项不符合", clock.instant()));
        var there = received.checklist(OTHER, "宁夏别县待查有限公司", DUE);
        var change = become(RiskLevel.LOW);
        assertThat(List.of(planned, stopped)).allSatisfy(one -> {
            assertThat(verification(one).state()).isEqualTo(VerificationState.GUIDANCE);
            assertThat(verification(one).dueOn()).isNull();
            assertThat(trail.of(verification(one).subject())).last().extracting(Entry::action).isEqualTo("verification.eased");
            assertThat(filing(one).dueOn()).isNull();
        });
        assertThat(state(stopped)).isEqualTo(FilingState.EFFECTIVE);
        assertThat(actions(stopped)).contains("filing.resumed");
        assertThat(verification(there).state()).isEqualTo(VerificationState.PLANNED);
        assertThat(done(change)).containsEntry("verifications-eased", 2);
    }

    @Test
    void toLowWhatIsOwedBecomesAdviceForGood() {
        become(RiskLevel.MEDIUM);
        var one = received.checklist(COUNTY, "宁夏容缺有限公司", DUE);
        var there = received.checklist(OTHER, "宁夏别县容缺有限公司", DUE);
        var change = become(RiskLevel.LOW);
        assertThat(filing(one).owesAdvice()).isTrue();
        assertThat(filing(one).owed()).as("what was filed stays").hasSize(1);
        assertThat(filing(there).owesAdvice()).isFalse();
        assertThat(done(change)).containsEntry("owed-advised", 1);
        become(RiskLevel.MEDIUM);
        assertThat(filing(one).owesAdvice()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MEDIUM,COMMITMENT,HIGH,APPLICATION", "MEDIUM,CHECKLIST,HIGH,APPLICATION", "HIGH,APPLICATION,MEDIUM,CHECKLIST",
        "MEDIUM,COMMITMENT,LOW,NOTICE", "HIGH,APPLICATION,LOW,NOTICE", "LOW,NOTICE,MEDIUM,COMMITMENT", "LOW,NOTICE,HIGH,APPLICATION"})
    void draftsGoOnAsWhatIsOfferedNow(RiskLevel from, Kind kind, RiskLevel to, Kind next) {
        become(from);
        var firm = firms.complete("宁夏草稿有限公司");
        var draft = filed.complete(firm, firms.site(firm, COUNTY), kind);
        var change = become(to);
        var switched = filings.findById(draft.id()).orElseThrow();
        assertThat(switched.kind()).isEqualTo(next);
        assertThat(switched.plan().plannedStaff()).isEqualTo(40);
        assertThat(switched.basis().level()).as("so that the page shows what has changed").isEqualTo(from);
        assertThat(done(change)).containsEntry("drafts-switched", 1);
        assertThat(trail.of("filing:" + draft.id())).last().extracting(Entry::action).isEqualTo("filing.switched");
        assertThat(notices.unread(firm.id(), 9)).extracting(SentNotice::link).containsExactly("/my/drafts/" + draft.id());
    }

    @ParameterizedTest
    @CsvSource({"MEDIUM,CHECKLIST", "HIGH,APPLICATION"})
    void fromLowFirmsThatRunHaveSomeDaysToFile(RiskLevel to, Kind kind) {
        become(RiskLevel.LOW);
        var firm = firms.complete("宁夏在产有限公司");
        var site = firms.site(firm, COUNTY);
        var notice = filed.submitted(firm, site, Kind.NOTICE);
        var there = received.notice(OTHER, "宁夏别县在产有限公司");
        var change = become(to);
        assertThat(open(firm)).extracting(Obligation::duty, Obligation::dueOn).containsExactly(tuple(Duty.FILE, LocalDate.of(2020, 3, 26)));
        assertThat(notice.state()).as("keeps running").isEqualTo(FilingState.RECORDED);
        assertThat(told(firm)).contains("2020年3月26日前");
        assertThat(open(there.firm())).isEmpty();
        assertThat(done(change)).containsEntry("filing-asked", 1);
        jobs.run("level-effects", change);
        assertThat(open(firm)).hasSize(1);
        filed.submitted(firm, site, kind);
        assertThat(open(firm)).isEmpty();
        assertThat(trail.of("filing:" + notice.id())).extracting(Entry::action).contains("obligation.asked", "obligation.fulfilled");
    }

    @Test
    void whoIsToldLateHasAllTheDaysToFile() {
        become(RiskLevel.LOW);
        var one = received.notice(COUNTY, "宁夏迟到通知有限公司");
        filed.level(COUNTY, RiskLevel.MEDIUM);
        clock.set(Instant.parse("2020-03-24T04:00:00Z"));
        jobs.run("level-effects", latest());
        assertThat(open(one.firm())).extracting(Obligation::dueOn).containsExactly(LocalDate.of(2020, 3, 31));
    }

    @Test
    void whoeverWasToldToStartAtLowRiskHasSomeDaysToFileToo() {
        become(RiskLevel.HIGH);
        var one = received.application(COUNTY, "宁夏已开工有限公司", DUE);
        become(RiskLevel.LOW);
        become(RiskLevel.MEDIUM);
        assertThat(open(one.firm())).extracting(Obligation::duty).containsExactly(Duty.FILE);
        assertThat(filing(one).mayStart(Regime.RECORD)).isTrue();
    }

    @Test
    void theDaysToFileAreVoidOnceTheCountyIsAtLowRiskAgain() {
        become(RiskLevel.LOW);
        var one = received.notice(COUNTY, "宁夏又低有限公司");
        become(RiskLevel.MEDIUM);
        become(RiskLevel.HIGH);
        assertThat(open(one.firm())).as("asked once").hasSize(1);
        var change = become(RiskLevel.LOW);
        assertThat(open(one.firm())).isEmpty();
        assertThat(actions(one)).filteredOn(action -> action.startsWith("obligation")).containsExactly("obligation.asked", "obligation.lapsed");
        assertThat(done(change)).containsEntry("duties-lapsed", 1);
        become(RiskLevel.MEDIUM);
        assertThat(open(one.firm())).as("asked anew").hasSize(1);
    }

    @Test
    void aNoticeThatIsTakenBackIsNotAskedAbout() {
        become(RiskLevel.LOW);
        var firm = firms.complete("宁夏撤回有限公司");
        var notice = filed.submitted(firm, firms.site(firm, COUNTY), Kind.NOTICE);
        become(RiskLevel.MEDIUM);
        withdrawal.withdraw(Firms.actor(firm), notice.no());
        assertThat(open(firm)).isEmpty();
    }

    @Test
    void toHighFirmsThatRunAreAskedToConfirmWhatWasAdded() {
        become(RiskLevel.MEDIUM);
        leaveOut("C10", "E01");
        var firm = firms.complete("宁夏确认有限公司");
        var filing = filed.submitted(firm, firms.site(firm, COUNTY), Kind.COMMITMENT);
        var actor = Firms.actor(firm);
        var change = become(RiskLevel.HIGH);
        assertThat(filing.state()).as("keeps running").isEqualTo(FilingState.EFFECTIVE);
        assertThat(open(firm)).extracting(Obligation::duty, Obligation::dueOn).containsExactly(tuple(Duty.CONFIRM, LocalDate.of(2020, 3, 26)));
        assertThat(done(change)).containsEntry("additions-asked", 1);
        var items = added.of(actor, filing.no()).items();
        assertThat(items).noneMatch(AddedItems.Added::confirmed).extracting(item -> item.item().code()).containsExactly("C10", "E01");
        var first = items.getFirst();
        added.confirm(actor, filing.no(), Map.of(first.item().code(), "0000000000000000"));
        assertThat(added.of(actor, filing.no()).items()).as("other words are not confirmed").noneMatch(AddedItems.Added::confirmed);
        added.confirm(actor, filing.no(), Map.of(first.item().code(), first.words()));
        added.confirm(actor, filing.no(), Map.of(first.item().code(), first.words()));
        assertThat(added.of(actor, filing.no()).items()).filteredOn(AddedItems.Added::confirmed).extracting(AddedItems.Added::item).containsExactly(first.item());
        added.confirm(actor, filing.no(), items.stream().collect(Collectors.toMap(item -> item.item().code(), AddedItems.Added::words)));
        assertThat(open(firm)).isEmpty();
        assertThat(trail.of("filing:" + filing.id())).extracting(Entry::action)
                .containsExactly("filing.started", "filing.submitted", "obligation.asked", "obligation.confirmed", "obligation.confirmed", "obligation.fulfilled");
    }

    @Test
    void fromHighToMediumTheAddedItemsAreAskedNoMore() {
        become(RiskLevel.MEDIUM);
        leaveOut("C10");
        var firm = firms.complete("宁夏不再确认有限公司");
        filed.submitted(firm, firms.site(firm, COUNTY), Kind.CHECKLIST);
        become(RiskLevel.HIGH);
        assertThat(open(firm)).hasSize(1);
        become(RiskLevel.MEDIUM);
        assertThat(open(firm)).isEmpty();
    }

    @Test
    void fromHighToMediumSignedApplicationsTakeEffectAndAreChecked() {
        become(RiskLevel.HIGH);
        var signed = application("宁夏已签有限公司");
        sign(signed);
        assertThat(signed.state()).as("the county still replies").isEqualTo(FilingState.SUBMITTED);
        var change = become(RiskLevel.MEDIUM);
        assertThat(signed.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(signed.dueOn()).isEqualTo(LocalDate.of(2020, 3, 26));
        assertThat(verifications.findFirstByFilingIdAndCountyOrderByIdDesc(signed.id(), COUNTY).orElseThrow().state()).isEqualTo(VerificationState.PLANNED);
        assertThat(done(change)).containsEntry("applications-effective", 1).containsEntry("signature-asked", 0);
        assertThat(trail.of("filing:" + signed.id())).extracting(Entry::action).endsWith("filing.signed", "filing.took-effect");
    }

    @Test
    void fromHighToMediumTheOthersAreAskedToSignAndTakeEffectOnThat() {
        become(RiskLevel.HIGH);
        var application = application("宁夏待签有限公司");
        var change = become(RiskLevel.MEDIUM);
        assertThat(application.state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(obligations.findByFilingIdAndState(application.id(), Obligation.State.OPEN)).extracting(Obligation::duty).containsExactly(Duty.SIGN);
        assertThat(done(change)).containsEntry("applications-effective", 0).containsEntry("signature-asked", 1);
        sign(application);
        sign(application);
        assertThat(application.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(application.letter().text()).contains("承诺人：李强（厂长）");
        assertThat(application.letter().hash()).isEqualTo(Letter.sha256(application.letter().text()));
        assertThat(obligations.findByFilingIdAndState(application.id(), Obligation.State.OPEN)).isEmpty();
        assertThat(trail.of("filing:" + application.id())).extracting(Entry::action)
                .containsExactly("filing.started", "filing.submitted", "obligation.asked", "filing.signed", "filing.took-effect", "obligation.fulfilled");
    }

    @Test
    void aChangeThatWasOvertakenBeforeItsEffectsIsLeftToTheLaterOne() {
        become(RiskLevel.HIGH);
        var one = received.application(COUNTY, "宁夏被赶上有限公司", DUE);
        filed.level(COUNTY, RiskLevel.LOW);
        var overtaken = latest();
        clock.set(Instant.parse("2020-03-19T05:00:00Z"));
        filed.level(COUNTY, RiskLevel.HIGH);
        jobs.run("level-effects", overtaken);
        assertThat(state(one)).isEqualTo(FilingState.SUBMITTED);
        assertThat(runs.of(Long.parseLong(overtaken))).isNotEmpty().allMatch(LevelEffectRun::overtaken);
        assertThat(trail.of("county:" + COUNTY)).last().extracting(Entry::action).isEqualTo("risk-level.overtaken");
        jobs.run("level-effects", overtaken);
        assertThat(trail.of("county:" + COUNTY)).filteredOn(entry -> entry.action().equals("risk-level.overtaken")).hasSize(1);
    }

    @Test
    void nothingFollowsWhereTheLevelStays() {
        become(RiskLevel.LOW);
        received.notice(COUNTY, "宁夏照旧有限公司");
        var change = become(RiskLevel.LOW);
        assertThat(runs.of(Long.parseLong(change))).isEmpty();
    }

    @Test
    void aLaterEffectWaitsForItsTime() {
        become(RiskLevel.MEDIUM);
        var one = received.checklist(COUNTY, "宁夏等待有限公司", DUE);
        assertThat(jdbc.sql("select execution_time from scheduled_tasks where task_name = 'level-effects' and task_instance = ?").param(latest())
                .query(OffsetDateTime.class).single().toInstant()).isEqualTo(clock.instant());
        assertThat(verification(one).state()).isEqualTo(VerificationState.PLANNED);
    }

    @Test
    void whatWouldBeTouchedIsCountedAndNamedBefore() {
        become(RiskLevel.HIGH);
        var here = Stream.of("甲", "乙", "丙").map(name -> received.application(COUNTY, "宁夏预览" + name + "有限公司", DUE)).toList();
        received.application(OTHER, "宁夏别县预览有限公司", DUE);
        var shift = new LevelShift(0, COUNTY, RiskLevel.HIGH, RiskLevel.LOW, clock.instant());
        var closing = effects.of(shift).stream().filter(effect -> effect.name().equals("applications-closed")).findFirst().orElseThrow();
        assertThat(closing.count(shift)).isEqualTo(3);
        var firstTwo = closing.touched(shift, 0, 2);
        assertThat(firstTwo).extracting(Touched::what).containsExactly(here.get(0).no(), here.get(1).no());
        assertThat(closing.touched(shift, firstTwo.getLast().id(), 2)).extracting(Touched::firm).containsExactly("宁夏预览丙有限公司");
        assertThat(notices.text("notice." + closing.name(), closing.told(shift, here.getFirst().no()), Locale.ENGLISH))
                .contains("19 March 2020", here.getFirst().no());
    }

    @ParameterizedTest
    @CsvSource({"HIGH,LOW", "MEDIUM,LOW", "LOW,MEDIUM", "LOW,HIGH", "MEDIUM,HIGH", "HIGH,MEDIUM"})
    void everyEffectCanBeCountedNamedAndWorded(RiskLevel from, RiskLevel to) {
        var shift = new LevelShift(0, COUNTY, from, to, clock.instant());
        assertThat(effects.of(shift)).isNotEmpty().extracting(LevelEffect::name).doesNotHaveDuplicates();
        assertThat(effects.of(shift)).allSatisfy(effect -> {
            assertThat(effect.touched(shift, 0, 5)).hasSize(Math.min(5, effect.count(shift)));
            assertThat(notices.text("notice." + effect.name(), effect.told(shift, "A-1"), Locale.SIMPLIFIED_CHINESE)).doesNotContain("{", "2020-");
        });
    }

    @Test
    void firmsAreRemindedTwoDaysBeforeOnTheDayAndOnceWhenItIsOverdue() {
        become(RiskLevel.LOW);
        var one = received.notice(COUNTY, "宁夏提醒有限公司");
        become(RiskLevel.MEDIUM);
        assertThat(reminded(one, "2020-03-23")).isEmpty();
        assertThat(reminded(one, "2020-03-24")).containsExactly("reminder.soon-FILE");
        assertThat(reminded(one, "2020-03-25")).hasSize(1);
        assertThat(reminded(one, "2020-03-26")).containsExactly("reminder.today-FILE", "reminder.soon-FILE");
        assertThat(reminded(one, "2020-03-27")).startsWith("reminder.overdue-FILE").hasSize(3);
        assertThat(reminded(one, "2020-03-30")).hasSize(3);
    }

    private List<String> reminded(Received.One one, String day) {
        clock.set(Instant.parse(day + "T00:00:00Z"));
        jobs.run("obligation-reminders", "daily");
        return notices.of(one.firm().id(), Long.MAX_VALUE, 9).stream().map(SentNotice::key).filter(key -> key.startsWith("reminder.")).toList();
    }

    /** The county asks less at medium risk, so that high risk adds something. */
    private void leaveOut(String... codes) {
        jdbc.sql("""
                insert into county_adaptation (county, level, revision, adaptation, reason, effective_at, recorded_at, recorded_by)
                select ?, 'MEDIUM', 1, cast(? as jsonb), '辖区情况', timestamptz '2020-01-01', timestamptz '2020-01-01', min(id) from account""")
                .params(COUNTY, "{\"omitted\": [\"" + String.join("\", \"", codes) + "\"], \"relaxed\": {}}").update();
    }

    /** Sets the level and does what follows; the id of the change. */
    private String become(RiskLevel level) {
        filed.level(COUNTY, level);
        jobs.run("level-effects", latest());
        return latest();
    }

    private String latest() {
        return jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single();
    }

    private Map<String, Integer> done(String change) {
        var all = runs.of(Long.parseLong(change));
        assertThat(all).allMatch(run -> run.finishedAt() != null && run.done() == run.expected());
        return all.stream().collect(Collectors.toMap(LevelEffectRun::effect, LevelEffectRun::done));
    }

    private Filing application(String name) {
        var firm = firms.complete(name);
        return filed.submitted(firm, firms.site(firm, COUNTY), Kind.APPLICATION);
    }

    private void sign(Filing application) {
        var firm = jdbc.sql("select account_id from enterprise where id = ?").param(application.enterpriseId()).query(Long.class).single();
        signing.sign(new Actor(firm, application.heading().creditCode(), application.name(), Role.ENTERPRISE, null),
                application.no(), new FilingSigning.Signatory("李强", "厂长"), Firms.PASSWORD);
    }

    private List<Obligation> open(Enterprise firm) {
        return obligations.findByEnterpriseIdAndStateOrderByDueOnAscIdAsc(firm.id(), Obligation.State.OPEN);
    }

    private Filing filing(Received.One one) {
        return filings.findById(one.id()).orElseThrow();
    }

    private FilingState state(Received.One one) {
        return filing(one).state();
    }

    private Verification verification(Received.One one) {
        return verifications.findFirstByFilingIdAndEnterpriseIdOrderByIdDesc(one.id(), one.firm().id()).orElseThrow();
    }

    private List<String> actions(Received.One one) {
        return trail.of("filing:" + one.id()).stream().map(Entry::action).toList();
    }

    private String told(Received.One one) {
        return told(one.firm());
    }

    private String told(Enterprise firm) {
        return notices.unread(firm.id(), 9).stream().map(sent -> notices.text(sent.key(), sent.arguments(), Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("\n"));
    }
}
