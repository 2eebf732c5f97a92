package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.risk.LevelEffectRuns;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes, or more, that each take the other for dead and do what follows from the same change. */
@WebTest
class LevelEffectsAtOnceTests {

    private static final String COUNTY = "640521";

    @Autowired
    SubmittedFilings received;
    @Autowired
    FilingFixtures filed;
    @Autowired
    LevelEffectRuns runs;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @Test
    void whatSeveralNodesDoAtOnceIsDoneOnce() throws Exception {
        filed.level(COUNTY, RiskLevel.HIGH);
        var open = Stream.generate(() -> received.application(COUNTY, "宁夏双节点有限公司", LocalDate.now(clock))).limit(12).toList();
        filed.level(COUNTY, RiskLevel.LOW);
        var change = jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single();
        var start = new CyclicBarrier(4);
        Callable<Void> node = () -> {
            start.await();
            jobs.run("level-effects", change);
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(Stream.generate(() -> node).limit(4).toList()))
                    .allMatch(done -> done.state() == Future.State.SUCCESS);
        }
        assertThat(open).allSatisfy(one -> {
            assertThat(trail.of("filing:" + one.id())).extracting(Entry::action).containsExactly("filing.submitted", "filing.closed");
            assertThat(inbox.foremost(Firms.actor(one.firm()), 9)).hasSize(1);
        });
        assertThat(runs.of(Long.parseLong(change))).filteredOn(run -> run.effect().equals("applications-closed"))
                .allMatch(run -> run.done() == 12 && run.expected() == 12 && run.finishedAt() != null);
        assertThat(trail.of("county:" + COUNTY)).filteredOn(entry -> entry.action().equals("risk-level.took-effect")).hasSize(1);
    }
}
