package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.risk.RiskLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@WebTest
class DecisionsAtOnceTests {

    private static final String COUNTY = "640423";

    @Autowired
    FilingDecision decision;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Trail trail;
    @Autowired
    Clock clock;

    @BeforeEach
    void atHighRisk() {
        received.level(COUNTY, RiskLevel.HIGH);
    }

    @AfterEach
    void andLowAgain() {
        received.level(COUNTY, RiskLevel.LOW);
    }

    @Test
    void ofOfficialsWhoPermitAndRefuseAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        var filing = received.application(COUNTY, "宁夏同时答复有限公司", LocalDate.now(clock));
        var start = new CyclicBarrier(8);
        var acts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            var official = received.official(COUNTY);
            var permits = i % 2 == 0;
            acts.add(() -> {
                start.await();
                try {
                    if (permits) {
                        decision.permit(official, filing.no());
                    } else {
                        decision.refuse(official, filing.no(), List.of(new Decision.Reason("C01", "口罩不足")), null);
                    }
                    return true;
                } catch (OptimisticLockingFailureException e) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            assertThat(threads.invokeAll(acts).stream().map(Future::resultNow)).containsOnlyOnce(true);
        }
        assertThat(trail.of("filing:" + filing.id())).extracting(Entry::action).containsOnlyOnce("filing.submitted").hasSize(2);
    }
}
