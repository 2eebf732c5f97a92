package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fugong.obligation.LevelTransitions.COUNTY;

import java.time.LocalDate;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.filing.SignedCommitment;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.FilingSigning;
import org.fugong.verification.VerificationState;
import org.fugong.verification.Verifications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** From high to medium risk: applications that are signed take effect, the others wait for a signature. */
@WebTest
@Transactional
class ApplicationsSignedTests {

    @Autowired
    TestClock clock;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    Obligations obligations;
    @Autowired
    FilingSigning signing;
    @Autowired
    Verifications verifications;
    @Autowired
    Trail trail;
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

    @Test
    void fromHighToMediumSignedApplicationsTakeEffectAndAreChecked() {
        transitions.to(RiskLevel.HIGH);
        var signed = application("宁夏已签有限公司");
        sign(signed);
        assertThat(signed.state()).as("the county still replies").isEqualTo(FilingState.SUBMITTED);
        var change = transitions.to(RiskLevel.MEDIUM);
        assertThat(signed.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(signed.dueOn()).isEqualTo(LocalDate.of(2020, 3, 26));
        assertThat(verifications.findFirstByFilingIdAndCountyOrderByIdDesc(signed.id(), COUNTY).orElseThrow().state())
                .isEqualTo(VerificationState.PLANNED);
        assertThat(jdbc.sql("select arguments from notice where enterprise_id = ? and key = 'notice.verification.opened'")
                .param(signed.enterpriseId()).query(String.class).single()).as("its receipt said nothing of a check")
                .contains(signed.no(), "2020-03-26", "#verification.opened-for.FILING");
        assertThat(transitions.done(change)).containsEntry("applications-effective", 1).containsEntry("signature-asked", 0);
        assertThat(trail.of("filing:" + signed.id())).extracting(Entry::action).endsWith("filing.signed", "filing.took-effect");
    }

    @Test
    void fromHighToMediumTheOthersAreAskedToSignAndTakeEffectOnThat() {
        transitions.to(RiskLevel.HIGH);
        var application = application("宁夏待签有限公司");
        var change = transitions.to(RiskLevel.MEDIUM);
        assertThat(application.state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(obligations.findByFilingIdAndState(application.id(), Obligation.State.OPEN)).extracting(Obligation::duty)
                .containsExactly(Duty.SIGN);
        assertThat(transitions.done(change)).containsEntry("applications-effective", 0).containsEntry("signature-asked", 1);
        sign(application);
        sign(application);
        assertThat(application.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(application.letter().text()).contains("承诺人：李强（厂长）");
        assertThat(application.letter().hash()).isEqualTo(SignedCommitment.sha256(application.letter().text()));
        assertThat(obligations.findByFilingIdAndState(application.id(), Obligation.State.OPEN)).isEmpty();
        assertThat(trail.of("filing:" + application.id())).extracting(Entry::action)
                .containsExactly("filing.started", "filing.submitted", "obligation.asked", "filing.signed", "filing.took-effect",
                        "obligation.fulfilled");
    }

    private Filing application(String name) {
        var firm = firms.complete(name);
        return filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION);
    }

    private void sign(Filing application) {
        var firm = jdbc.sql("select account_id from enterprise where id = ?").param(application.enterpriseId()).query(Long.class).single();
        signing.sign(new Actor(firm, application.heading().creditCode(), application.name(), Role.ENTERPRISE, null),
                application.no(), new Signatory("李强", "厂长", null), Firms.PASSWORD);
    }
}
