package org.fugong.job;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does in a test what the scheduler would do in the background: all that is due by the clock, whatever is scheduled meanwhile too. */
@TestComponent
public class DueJobs {

    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    DueJobs(Jobs jobs, JdbcClient jdbc, Clock clock) {
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Due(String job, String id) {
    }

    public void run() {
        for (var due = due(); due != null; due = due()) {
            run(due.job, due.id);
            jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ?").params(due.job, due.id).update();
        }
    }

    /** All pieces of one job, scheduled or not. */
    public void run(String name, String id) {
        var job = jobs.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        while (jobs.step(job, id)) {
            // the next piece
        }
    }

    private Due due() {
        return jdbc.sql(
                "select task_name, task_instance from scheduled_tasks where execution_time <= ? and task_instance <> "
                        + "'recurring' order by execution_time limit 1")
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, n) -> new Due(row.getString(1), row.getString(2))).optional().orElse(null);
    }
}
