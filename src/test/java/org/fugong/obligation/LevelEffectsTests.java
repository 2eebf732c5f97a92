package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fugong.obligation.LevelTransitions.COUNTY;
import static org.fugong.obligation.LevelTransitions.DUE;
import static org.fugong.obligation.LevelTransitions.OTHER;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.message.SentNotice;
import org.fugong.risk.AffectedSubject;
import org.fugong.risk.LevelEffect;
import org.fugong.risk.LevelEffectRun;
import org.fugong.risk.LevelEffectRuns;
import org.fugong.risk.LevelEffects;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
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

/** What a change of level does to what is under way, whatever it is: foreseen, done once, left to a later change. */
@WebTest
@Transactional
class LevelEffectsTests {

    @Autowired
    TestClock clock;
    @Autowired
    SubmittedFilings received;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    Filings filings;
    @Autowired
    Verifications verifications;
    @Autowired
    LevelEffects effects;
    @Autowired
    LevelEffectRuns runs;
    @Autowired
    Notices notices;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    LevelTransitions transitions;

    @BeforeEach
    void thursday() {
        clock.set(LevelTransitions.THURSDAY);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"MEDIUM,COMMITMENT,HIGH,APPLICATION", "MEDIUM,CHECKLIST,HIGH,APPLICATION", "HIGH,APPLICATION,MEDIUM,CHECKLIST",
            "MEDIUM,COMMITMENT,LOW,NOTICE", "HIGH,APPLICATION,LOW,NOTICE", "LOW,NOTICE,MEDIUM,COMMITMENT", "LOW,NOTICE,HIGH,APPLICATION"})
    void draftsGoOnAsWhatIsOfferedNow(RiskLevel from, FilingKind kind, RiskLevel to, FilingKind next) {
        transitions.to(from);
        var firm = firms.complete("宁夏草稿有限公司");
        var draft = filed.complete(firm, firms.site(firm, COUNTY), kind);
        var change = transitions.to(to);
        var switched = filings.findById(draft.id()).orElseThrow();
        assertThat(switched.kind()).isEqualTo(next);
        assertThat(switched.plan().plannedStaff()).isEqualTo(40);
        assertThat(switched.basis().level()).as("so that the page shows what has changed").isEqualTo(from);
        assertThat(transitions.done(change)).containsEntry("drafts-switched", 1);
        assertThat(trail.of("filing:" + draft.id())).last().extracting(Entry::action).isEqualTo("filing.switched");
        assertThat(inbox.foremost(Firms.actor(firm), 9)).extracting(SentNotice::link).containsExactly("/my/drafts/" + draft.id());
    }

    @Test
    void aChangeThatWasOvertakenBeforeItsEffectsIsLeftToTheLaterOne() {
        transitions.to(RiskLevel.HIGH);
        var one = received.application(COUNTY, "宁夏被赶上有限公司", DUE);
        filed.level(COUNTY, RiskLevel.LOW);
        var overtaken = transitions.latest();
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
        transitions.to(RiskLevel.LOW);
        received.notice(COUNTY, "宁夏照旧有限公司");
        var change = transitions.to(RiskLevel.LOW);
        assertThat(runs.of(Long.parseLong(change))).isEmpty();
    }

    @Test
    void aLaterEffectWaitsForItsTime() {
        transitions.to(RiskLevel.MEDIUM);
        var one = received.checklist(COUNTY, "宁夏等待有限公司", DUE);
        assertThat(jdbc.sql("select execution_time from scheduled_tasks where task_name = 'level-effects' and task_instance = ?")
                .param(transitions.latest())
                .query(OffsetDateTime.class).single().toInstant()).isEqualTo(clock.instant());
        assertThat(verification(one).state()).isEqualTo(VerificationState.PLANNED);
    }

    @Test
    void whatWouldBeTouchedIsCountedAndNamedBefore() {
        transitions.to(RiskLevel.HIGH);
        var here = Stream.of("甲", "乙", "丙").map(name -> received.application(COUNTY, "宁夏预览" + name + "有限公司", DUE)).toList();
        received.application(OTHER, "宁夏别县预览有限公司", DUE);
        var transition = new LevelTransition(0, COUNTY, RiskLevel.HIGH, RiskLevel.LOW, clock.instant());
        var closing = effects.of(transition).stream().filter(effect -> effect.name().equals("applications-closed")).findFirst()
                .orElseThrow();
        assertThat(closing.count(transition)).isEqualTo(3);
        var firstTwo = closing.touched(transition, 0, 2);
        assertThat(firstTwo).extracting(AffectedSubject::what).containsExactly(here.get(0).no(), here.get(1).no());
        assertThat(closing.touched(transition, firstTwo.getLast().id(), 2)).extracting(AffectedSubject::firm).containsExactly("宁夏预览丙有限公司");
        assertThat(notices.text("notice." + closing.name(), closing.told(transition, here.getFirst().no()), Locale.ENGLISH))
                .contains("19 March 2020", here.getFirst().no());
    }

    @ParameterizedTest
    @CsvSource({"HIGH,LOW", "MEDIUM,LOW", "LOW,MEDIUM", "LOW,HIGH", "MEDIUM,HIGH", "HIGH,MEDIUM"})
    void everyEffectCanBeCountedNamedAndWorded(RiskLevel from, RiskLevel to) {
        var transition = new LevelTransition(0, COUNTY, from, to, clock.instant());
        assertThat(effects.of(transition)).isNotEmpty().extracting(LevelEffect::name).doesNotHaveDuplicates();
        assertThat(effects.of(transition)).allSatisfy(effect -> {
            assertThat(effect.touched(transition, 0, 5)).hasSize(Math.min(5, effect.count(transition)));
            assertThat(notices.text("notice." + effect.name(), effect.told(transition, "A-1"), Locale.SIMPLIFIED_CHINESE)).doesNotContain(
                    "{",
                    "2020-");
        });
    }

    private FilingState state(SubmittedFilings.One one) {
        return filing(one).state();
    }

    private Verification verification(SubmittedFilings.One one) {
        return verifications.findFirstByFilingIdAndEnterpriseIdOrderByIdDesc(one.id(), one.firm().id()).orElseThrow();
    }

    private Filing filing(SubmittedFilings.One one) {
        return filings.findById(one.id()).orElseThrow();
    }
}
