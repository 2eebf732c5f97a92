package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fugong.obligation.LevelTransitions.COUNTY;
import static org.fugong.obligation.LevelTransitions.DUE;
import static org.fugong.obligation.LevelTransitions.OTHER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.Obligation;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.SentNotice;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** From low risk: who runs keeps running and has some days to file. */
@WebTest
@Transactional
class FilingAskedTests {

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
    FilingWithdrawal withdrawal;
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

    @ParameterizedTest
    @CsvSource({"MEDIUM,CHECKLIST", "HIGH,APPLICATION"})
    void fromLowFirmsThatRunHaveSomeDaysToFile(RiskLevel to, FilingKind kind) {
        transitions.to(RiskLevel.LOW);
        var firm = firms.complete("宁夏在产有限公司");
        var site = firms.site(firm, COUNTY);
        var notice = filed.submitted(firm, site, FilingKind.NOTICE);
        var there = received.notice(OTHER, "宁夏别县在产有限公司");
        var change = transitions.to(to);
        assertThat(transitions.open(firm)).extracting(Obligation::duty, Obligation::dueOn)
                .containsExactly(tuple(Duty.FILE, LocalDate.of(2020, 3, 26)));
        assertThat(notice.state()).as("keeps running").isEqualTo(FilingState.RECORDED);
        assertThat(transitions.told(firm)).contains("2020年3月26日前");
        assertThat(transitions.open(there.firm())).isEmpty();
        assertThat(transitions.done(change)).containsEntry("filing-asked", 1);
        jobs.run("level-effects", change);
        assertThat(transitions.open(firm)).hasSize(1);
        filed.submitted(firm, site, kind);
        assertThat(transitions.open(firm)).isEmpty();
        assertThat(trail.of("filing:" + notice.id())).extracting(Entry::action).contains("obligation.asked", "obligation.fulfilled");
    }

    @Test
    void whoIsToldLateHasAllTheDaysToFile() {
        transitions.to(RiskLevel.LOW);
        var one = received.notice(COUNTY, "宁夏迟到通知有限公司");
        filed.level(COUNTY, RiskLevel.MEDIUM);
        clock.set(Instant.parse("2020-03-24T04:00:00Z"));
        jobs.run("level-effects", transitions.latest());
        assertThat(transitions.open(one.firm())).extracting(Obligation::dueOn).containsExactly(LocalDate.of(2020, 3, 31));
    }

    @Test
    void whoeverWasToldToStartAtLowRiskHasSomeDaysToFileToo() {
        transitions.to(RiskLevel.HIGH);
        var one = received.application(COUNTY, "宁夏已开工有限公司", DUE);
        transitions.to(RiskLevel.LOW);
        transitions.to(RiskLevel.MEDIUM);
        assertThat(transitions.open(one.firm())).extracting(Obligation::duty).containsExactly(Duty.FILE);
        assertThat(filing(one).mayStart(Regime.RECORD)).isTrue();
    }

    @Test
    void theDaysToFileAreVoidOnceTheCountyIsAtLowRiskAgain() {
        transitions.to(RiskLevel.LOW);
        var one = received.notice(COUNTY, "宁夏又低有限公司");
        transitions.to(RiskLevel.MEDIUM);
        transitions.to(RiskLevel.HIGH);
        assertThat(transitions.open(one.firm())).as("asked once").hasSize(1);
        var change = transitions.to(RiskLevel.LOW);
        assertThat(transitions.open(one.firm())).isEmpty();
        assertThat(transitions.actions(one.id())).filteredOn(action -> action.startsWith("obligation")).containsExactly("obligation.asked",
                "obligation.lapsed");
        assertThat(transitions.done(change)).containsEntry("duties-lapsed", 1);
        transitions.to(RiskLevel.MEDIUM);
        assertThat(transitions.open(one.firm())).as("asked anew").hasSize(1);
    }

    @Test
    void aNoticeThatIsTakenBackIsNotAskedAbout() {
        transitions.to(RiskLevel.LOW);
        var firm = firms.complete("宁夏撤回有限公司");
        var notice = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.NOTICE);
        transitions.to(RiskLevel.MEDIUM);
        withdrawal.withdraw(Firms.actor(firm), notice.no());
        assertThat(transitions.open(firm)).isEmpty();
    }

    @Test
    void firmsAreRemindedTwoDaysBeforeOnTheDayAndOnceWhenItIsOverdue() {
        transitions.to(RiskLevel.LOW);
        var one = received.notice(COUNTY, "宁夏提醒有限公司");
        transitions.to(RiskLevel.MEDIUM);
        assertThat(reminded(one, "2020-03-23")).isEmpty();
        assertThat(reminded(one, "2020-03-24")).containsExactly("reminder.soon-FILE");
        assertThat(reminded(one, "2020-03-25")).hasSize(1);
        assertThat(reminded(one, "2020-03-26")).containsExactly("reminder.today-FILE", "reminder.soon-FILE");
        assertThat(reminded(one, "2020-03-27")).startsWith("reminder.overdue-FILE").hasSize(3);
        assertThat(reminded(one, "2020-03-30")).hasSize(3);
    }

    private Filing filing(SubmittedFilings.One one) {
        return filings.findById(one.id()).orElseThrow();
    }

    private List<String> reminded(SubmittedFilings.One one, String day) {
        clock.set(Instant.parse(day + "T00:00:00Z"));
        jobs.run("obligation-reminders", "daily");
        return inbox.page(Firms.actor(one.firm()), Long.MAX_VALUE, 9).stream().map(SentNotice::key)
                .filter(key -> key.startsWith("reminder."))
                .toList();
    }
}
