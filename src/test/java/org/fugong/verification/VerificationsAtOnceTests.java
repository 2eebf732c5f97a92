package org.fugong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.filing.SubmittedFilings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@WebTest
class VerificationsAtOnceTests {

    private static final String COUNTY = "640424";

    @Autowired
    VerificationDecision decision;
    @Autowired
    Verifications verifications;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Trail trail;
    @Autowired
    Clock clock;

    @Test
    void ofOfficialsWhoConcludeAtOnceOneDoesAndTheOthersAreTold() throws Exception {
        var filing = received.checklist(COUNTY, "宁夏同时办理有限公司", LocalDate.now(clock));
        var verification = verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), COUNTY).orElseThrow();
        var officials = Stream.generate(() -> received.official(COUNTY)).limit(8).toList();
        var start = new CyclicBarrier(officials.size());
        List<Callable<Boolean>> acts = officials.stream().<Callable<Boolean>>map(official -> () -> {
            start.await();
            try {
                decision.conclude(official, verification.id(), verification.version(),
                        new ItemResults(Map.of("C01", new ItemResult(Conformity.FAILS, official.login()))),
                        new Conclusion(Outcome.GUIDANCE, "建议补足口罩", null));
                return true;
            } catch (OptimisticLockingFailureException e) {
                return false;
            }
        }).toList();
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            var done = threads.invokeAll(acts).stream().map(java.util.concurrent.Future::resultNow).toList();
            assertThat(done).containsOnlyOnce(true);
        }
        assertThat(trail.of(verification.subject())).extracting(Entry::action)
                .containsExactly("verification.opened", "verification.decided");
    }
}
