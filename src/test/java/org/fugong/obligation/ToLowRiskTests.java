package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fugong.obligation.LevelTransitions.COUNTY;
import static org.fugong.obligation.LevelTransitions.DUE;
import static org.fugong.obligation.LevelTransitions.OTHER;

import java.util.List;
import java.util.stream.Stream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.risk.RiskLevel;
import org.fugong.verification.Verification;
import org.fugong.verification.VerificationState;
import org.fugong.verification.Verifications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** To low risk: applications are closed, checks become guidance, what is owed becomes advice, in that county alone. */
@WebTest
@Transactional
class ToLowRiskTests {

    @Autowired
    TestClock clock;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Filings filings;
    @Autowired
    Verifications verifications;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs jobs;
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

    @Test
    void toLowOpenApplicationsAreClosedAndWorkMayStart() {
        transitions.to(RiskLevel.HIGH);
        var here = Stream.of("甲", "乙", "丙").map(name -> received.application(COUNTY, "宁夏申请" + name + "有限公司", DUE)).toList();
        var there = received.application(OTHER, "宁夏别县申请有限公司", DUE);
        var change = transitions.to(RiskLevel.LOW);
        assertThat(here).allSatisfy(one -> {
            assertThat(state(one)).isEqualTo(FilingState.CLOSED);
            assertThat(filing(one).state().mayStart()).isTrue();
            assertThat(filing(one).dueOn()).isNull();
            assertThat(transitions.actions(one.id())).containsExactly("filing.submitted", "filing.closed");
            assertThat(transitions.told(one.firm())).contains("现在就可以开工", one.no(), "2020年3月19日");
        });
        assertThat(state(there)).isEqualTo(FilingState.SUBMITTED);
        assertThat(inbox.foremost(Firms.actor(there.firm()), 9)).isEmpty();
        assertThat(transitions.done(change)).containsEntry("applications-closed", 3);
        jobs.run("level-effects", change);
        assertThat(transitions.actions(here.getFirst().id())).containsExactly("filing.submitted", "filing.closed");
        assertThat(inbox.foremost(Firms.actor(here.getFirst().firm()), 9)).hasSize(1);
    }

    @Test
    void toLowOpenChecksBecomeGuidanceAndStoppedWorkGoesOn() {
        transitions.to(RiskLevel.MEDIUM);
        var planned = received.checklist(COUNTY, "宁夏待查有限公司", DUE);
        var stopped = received.checklist(COUNTY, "宁夏停工有限公司", DUE);
        filings.saveAndFlush(filing(stopped).suspend("否决项不符合", clock.instant()));
        var there = received.checklist(OTHER, "宁夏别县待查有限公司", DUE);
        var change = transitions.to(RiskLevel.LOW);
        assertThat(List.of(planned, stopped)).allSatisfy(one -> {
            assertThat(verification(one).state()).isEqualTo(VerificationState.GUIDANCE);
            assertThat(verification(one).dueOn()).isNull();
            assertThat(trail.of(verification(one).subject())).last().extracting(Entry::action).isEqualTo("verification.eased");
            assertThat(filing(one).dueOn()).isNull();
        });
        assertThat(state(stopped)).isEqualTo(FilingState.EFFECTIVE);
        assertThat(transitions.actions(stopped.id())).contains("filing.resumed");
        assertThat(verification(there).state()).isEqualTo(VerificationState.PLANNED);
        assertThat(transitions.done(change)).containsEntry("verifications-eased", 2);
    }

    @Test
    void toLowWhatIsOwedBecomesAdviceForGood() {
        transitions.to(RiskLevel.MEDIUM);
        var one = received.checklist(COUNTY, "宁夏容缺有限公司", DUE);
        var there = received.checklist(OTHER, "宁夏别县容缺有限公司", DUE);
        var change = transitions.to(RiskLevel.LOW);
        assertThat(filing(one).owesAdvice()).isTrue();
        assertThat(filing(one).owed()).as("what was filed stays").hasSize(1);
        assertThat(filing(there).owesAdvice()).isFalse();
        assertThat(transitions.done(change)).containsEntry("owed-advised", 1);
        transitions.to(RiskLevel.MEDIUM);
        assertThat(filing(one).owesAdvice()).isTrue();
    }

    private Filing filing(SubmittedFilings.One one) {
        return filings.findById(one.id()).orElseThrow();
    }

    private FilingState state(SubmittedFilings.One one) {
        return filing(one).state();
    }

    private Verification verification(SubmittedFilings.One one) {
        return verifications.findFirstByFilingIdAndEnterpriseIdOrderByIdDesc(one.id(), one.firm().id()).orElseThrow();
    }
}
