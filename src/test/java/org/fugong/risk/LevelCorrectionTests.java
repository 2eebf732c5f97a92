package org.fugong.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class LevelCorrectionTests {

    private static final String COUNTY = "640422";
    private static final Instant NOW = Instant.parse("2031-04-01T00:00:00Z");
    private static final Instant SET = NOW.minus(Duration.ofDays(400));

    @Autowired
    RiskLevels levels;
    @Autowired
    AccountOpening opening;
    @Autowired
    TestClock clock;

    private Actor admin;
    private long newest;

    @BeforeEach
    void aLevelThatWasSetLongAgo() {
        admin = opening.open("correction", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        clock.set(SET);
        newest = levels.set(COUNTY, RiskLevel.LOW, SET, "通知", admin).id();
        clock.set(NOW);
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aCorrectionCountsFromTheMomentItNames() {
        var from = NOW.minus(Duration.ofDays(3));
        assertThat(levels.correct(COUNTY, RiskLevel.MEDIUM, from, "更正", admin, newest).correction()).isTrue();
        assertThat(levels.at(COUNTY, from).level()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(levels.at(COUNTY, from.minusMillis(1)).level()).isEqualTo(RiskLevel.LOW);
        assertThat(levels.correctable(COUNTY, from)).as("not beyond the correction itself").isFalse();
        assertThat(levels.correctable(COUNTY, from.plusMillis(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"P0D,false", "-PT0.001S,true", "-P366D,true", "-PT8784H0.001S,false", "-P400D,false", "P1D,false"})
    void itReachesBackAYearAndNotToTheChangeBefore(Duration after, boolean correctable) {
        assertThat(levels.correctable(COUNTY, NOW.plus(after))).isEqualTo(correctable);
        if (!correctable) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> levels.correct(COUNTY, RiskLevel.HIGH, NOW.plus(after), "更正", admin, newest));
        }
    }

    @Test
    void nobodyElseAndNotOverAnotherChange() {
        var from = NOW.minus(Duration.ofDays(3));
        var stranger = new Actor(admin.accountId(), "x", "x", Role.PROVINCE_ADMIN, "620000");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> levels.correct(COUNTY, RiskLevel.HIGH, from, "更正", stranger, newest));
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> levels.correct(COUNTY, RiskLevel.HIGH, from, "更正", admin, newest - 1));
    }

    @Test
    void setItselfNeverReachesBack() {
        assertThat(levels.set(COUNTY, RiskLevel.HIGH, NOW.minus(Duration.ofDays(3)), "通知", admin)).satisfies(change -> {
            assertThat(change.effectiveAt()).isEqualTo(NOW);
            assertThat(change.correction()).isFalse();
        });
    }
}
