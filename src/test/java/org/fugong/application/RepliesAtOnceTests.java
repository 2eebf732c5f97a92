package org.fugong.application;

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
import org.fugong.filing.Decision;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@WebTest
class RepliesAtOnceTests {

    private static final String COUNTY = "640423";

    @Autowired
    ApplicationReply reply;
    @Autowired
    RepliedApplications replies;
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
        replies.agreed(received.official(COUNTY), filing.no());
        var seen = replies.version(received.official(COUNTY), filing.no());
        var start = new CyclicBarrier(8);
        var acts = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            var official = received.official(COUNTY);
            var permits = i % 2 == 0;
            acts.add(() -> {
                start.await();
                try {
                    if (permits) {
                        reply.permit(official, filing.no(), seen);
                    } else {
                        reply.refuse(official, filing.no(), seen, List.of(new Decision.Reason("C01", "口罩不足")), null);
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
        assertThat(trail.of("filing:" + filing.id())).extracting(Entry::action)
                .filteredOn(List.of("filing.permitted", "filing.refused")::contains)
                .hasSize(1);
    }
}
